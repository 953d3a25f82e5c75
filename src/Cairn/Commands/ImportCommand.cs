using System.CommandLine;
using System.Globalization;
using Cairn.Backups;
using Cairn.Data;
using Cairn.Transfer;

namespace Cairn.Commands;

public static class ImportCommand
{
    public static Command Make()
    {
        var command = new Command(
            "import",
            "Adds the history in a file: a Cairn archive, an export of another tracker, or any table of days."
        );
        var file = new Argument<string>("FILE") { Description = "The file; it is only read." };
        var data = new DataOptions(command);
        var yes = new Option<bool>("--yes") { Description = "Do not ask before adding." };
        var json = new Option<bool>("--json") { Description = "Print what was added as JSON." };
        var map = new Option<string[]>("--map")
        {
            Description = "Answers what the file leaves open, such as zone=Europe/Berlin. May be said several times.",
            HelpName = "KEY=VALUE",
        };
        command.Arguments.Add(file);
        command.Options.Add(map);
        command.Options.Add(yes);
        command.Options.Add(json);
        command.SetAction(
            (call, cancel) =>
            {
                CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture; // commands speak English
                var print = new ImportPrinter(call.InvocationConfiguration, call.GetValue(json));
                return Import(
                    data.StorageOf(call),
                    call.GetValue(file)!,
                    call.GetValue(map) ?? [],
                    call.GetValue(yes),
                    print,
                    cancel
                );
            }
        );
        return command;
    }

    private static async Task<int> Import(
        Storage storage,
        string path,
        string[] map,
        bool yes,
        ImportPrinter print,
        CancellationToken cancel
    )
    {
        TransferFile file;
        try
        {
            file = TransferFile.Read(path);
        }
        catch (UnusableFileException unusable)
        {
            print.Refusal($"{path}: {unusable.Message}");
            return ExitCode.Refused;
        }

        var (opened, problem) = await OpenCairn.Open(storage, Clock.OfThisMachine, cancel);
        if (opened is null)
        {
            print.Refusal(problem!);
            return ExitCode.Store;
        }

        await using var cairn = opened;
        var me = await cairn.Owner(cancel);
        var import = new Import(
            cairn.Db,
            cairn.Gate,
            new SafetyCopy(storage, new BackupMaker(storage, Clock.OfThisMachine), Clock.OfThisMachine)
        );
        var answers = new Answers(map.Select(Pair).DistinctBy(pair => pair.Key).ToDictionary());
        if (!yes || map.Length > 0)
        {
            var preview = await import.Preview(me, file, answers, cancel);
            if (print.OpenQuestions(preview, answers) || (!yes && !print.Ask(preview)))
            {
                return ExitCode.Refused;
            }
        }

        try
        {
            var report = await import.Run(me, file, answers, cancel);
            if (print.OpenQuestions(report, answers))
            {
                return ExitCode.Refused;
            }

            print.Done(report);
            return ExitCode.Done;
        }
        catch (UnusableFileException unusable)
        {
            print.Refusal(unusable.Message);
            return ExitCode.Refused;
        }
    }

    /// <summary>At the last sign: a column may have one in its name.</summary>
    private static KeyValuePair<string, string> Pair(string said) =>
        said.LastIndexOf('=') is > 0 and var at ? new(said[..at], said[(at + 1)..]) : new(said, "");
}
