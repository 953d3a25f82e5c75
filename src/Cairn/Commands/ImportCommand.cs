using System.CommandLine;
using Cairn.Data;
using Cairn.Transfer;

namespace Cairn.Commands;

public static class ImportCommand
{
    public static Command Make()
    {
        var command = new Command(
            "import",
            "Adds the history in a file: a Loop Habit Tracker backup (.db) or a Cairn archive (.zip)."
        );
        var file = new Argument<string>("FILE") { Description = "The file; it is only read." };
        var data = new DataOptions(command);
        var yes = new Option<bool>("--yes") { Description = "Do not ask before adding." };
        var json = new Option<bool>("--json") { Description = "Print what was added as JSON." };
        command.Arguments.Add(file);
        command.Options.Add(yes);
        command.Options.Add(json);
        command.SetAction(
            (call, cancel) =>
            {
                var print = new ImportPrinter(call.InvocationConfiguration, call.GetValue(json));
                return Import(data.StorageOf(call), call.GetValue(file)!, call.GetValue(yes), print, cancel);
            }
        );
        return command;
    }

    private static async Task<int> Import(
        Storage storage,
        string path,
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
            print.Refusal(unusable.Message);
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
        var import = new Import(cairn.Db, cairn.Gate);
        if (!yes)
        {
            print.Preview(await import.Preview(me, file, cancel));
            if (!print.Ask())
            {
                return ExitCode.Refused;
            }
        }

        print.Done(await import.Run(me, file, cancel));
        return ExitCode.Done;
    }
}
