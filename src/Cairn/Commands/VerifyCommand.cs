using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Cairn.Backups;
using Cairn.Data;

namespace Cairn.Commands;

public static class VerifyCommand
{
    public static Command Make()
    {
        var command = new Command("verify", "Opens backups and looks at all that is in them; changes nothing.");
        var file = new Argument<string?>("FILE")
        {
            Description = "One backup. [default: all in the folder for backups]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        command.Arguments.Add(file);
        command.Options.Add(json);
        command.SetAction(
            (call, cancel) =>
                Verify(
                    data.StorageOf(call),
                    call.GetValue(file),
                    call.GetValue(json),
                    call.InvocationConfiguration,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> Verify(
        Storage storage,
        string? file,
        bool json,
        InvocationConfiguration console,
        CancellationToken cancel
    )
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture; // commands speak English
        var backups = new BackupMaker(storage, Clock.OfThisMachine);
        var files = file is null ? backups.All().Select(backup => backup.Path).ToList() : [Path.GetFullPath(file)];
        if (files.Count == 0)
        {
            await console.Error.WriteLineAsync(
                $"There is no backup in {backups.Folder}. “cairn backup” makes one; name another folder with --backups."
            );
            return ExitCode.Refused;
        }

        var looked = new List<Looked>();
        foreach (var path in files)
        {
            looked.Add(await Look(backups, path, cancel));
        }

        var isSound = looked.All(backup => backup.Ok);
        if (json)
        {
            await console.Output.WriteLineAsync(
                JsonSerializer.Serialize(new { ok = isSound, backups = looked }, JsonSerializerOptions.Web)
            );
        }
        else
        {
            foreach (var backup in looked)
            {
                await console.Output.WriteLineAsync($"{(backup.Ok ? "ok   " : "wrong")}  {backup.File}: {backup.Says}");
            }
        }

        return isSound ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<Looked> Look(BackupMaker backups, string path, CancellationToken cancel)
    {
        try
        {
            var held = await backups.Verify(path, cancel);
            return new(path, true, $"people {held.People}, goals {held.Goals}, entries {held.Entries}");
        }
        catch (BackupException error)
        {
            return new(path, false, error.Message);
        }
    }

    private sealed record Looked(string File, bool Ok, string Says);
}
