using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Cairn.Backups;
using Cairn.Data;

namespace Cairn.Commands;

public static class RestoreCommand
{
    public static Command Make()
    {
        var command = new Command(
            "restore",
            "Puts a backup in the place of everything that is there, and keeps what was there. Stop Cairn first."
        );
        var file = new Argument<string?>("FILE")
        {
            Description = "The backup. [default: the newest]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = new DataOptions(command);
        var yes = new Option<bool>("--yes") { Description = "Do not ask before." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        command.Arguments.Add(file);
        command.Options.Add(yes);
        command.Options.Add(json);
        command.SetAction(
            (call, cancel) =>
            {
                CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture; // commands speak English
                return Restore(
                    data.StorageOf(call),
                    call.GetValue(file),
                    call.GetValue(yes),
                    call.GetValue(json),
                    call.InvocationConfiguration,
                    cancel
                );
            }
        );
        return command;
    }

    private static async Task<int> Restore(
        Storage storage,
        string? file,
        bool yes,
        bool json,
        InvocationConfiguration console,
        CancellationToken cancel
    )
    {
        var backups = new BackupMaker(storage, Clock.OfThisMachine);
        if (
            (
                file is not null ? Path.GetFullPath(file)
                : backups.All() is [var newest, ..] ? newest.Path
                : null
            )
            is not { } path
        )
        {
            await console.Error.WriteLineAsync(
                $"There is no backup in {backups.Folder}. Name one, or its folder with --backups."
            );
            return ExitCode.Refused;
        }

        try
        {
            var held = await backups.Verify(path, cancel);
            if (!yes && !await Ask(path, held, console))
            {
                return ExitCode.Refused;
            }

            var done = await new Restoring(storage, Clock.OfThisMachine).From(path, cancel);
            await console.Output.WriteLineAsync(
                json
                    ? JsonSerializer.Serialize(
                        new
                        {
                            file = path,
                            held.People,
                            held.Goals,
                            held.Entries,
                            done.Kept,
                        },
                        JsonSerializerOptions.Web
                    )
                    : $"Everything is as in {path} now: people {held.People}, goals {held.Goals}, entries {held.Entries}."
                        + (done.Kept is null ? "" : $" What was there is kept as {done.Kept}.")
            );
            return ExitCode.Done;
        }
        catch (BackupException error)
        {
            await console.Error.WriteLineAsync($"{path}: {error.Message}");
            return ExitCode.Refused;
        }
    }

    private static async Task<bool> Ask(string path, Contents held, InvocationConfiguration console)
    {
        await console.Output.WriteLineAsync(
            $"{path} holds people {held.People}, goals {held.Goals}, entries {held.Entries}. "
                + "It comes in the place of everything that is there now, and that is kept."
        );
        if (Console.IsInputRedirected)
        {
            await console.Error.WriteLineAsync("Nobody is here to ask, so nothing was changed. Say --yes to go on.");
            return false;
        }

        await console.Output.WriteAsync("Go on? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
