using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Cairn.Backups;
using Cairn.Data;

namespace Cairn.Commands;

public static class BackupCommand
{
    public static Command Make()
    {
        var command = new Command(
            "backup",
            "Makes a backup of everything and opens it to see that it is sound; Cairn may go on serving."
        );
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        command.Options.Add(json);
        command.SetAction(
            (call, cancel) => Backup(data.StorageOf(call), call.GetValue(json), call.InvocationConfiguration, cancel)
        );
        return command;
    }

    private static async Task<int> Backup(
        Storage storage,
        bool json,
        InvocationConfiguration console,
        CancellationToken cancel
    )
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture; // commands speak English
        if (OpenCairn.Missing(storage) is { } missing)
        {
            await console.Error.WriteLineAsync(missing);
            return ExitCode.Store;
        }

        try
        {
            var (backup, held) = await new BackupMaker(storage, Clock.OfThisMachine).Make(Occasion.ByHand, cancel);
            await console.Output.WriteLineAsync(
                json
                    ? JsonSerializer.Serialize(
                        new
                        {
                            file = backup.Path,
                            made = backup.Made,
                            bytes = backup.Bytes,
                            isSealed = backup.IsSealed,
                            held.People,
                            held.Goals,
                            held.Entries,
                        },
                        JsonSerializerOptions.Web
                    )
                    : $"{backup.Path}: people {held.People}, goals {held.Goals}, entries {held.Entries}; opened and found sound. "
                        + (
                            backup.IsSealed
                                ? "It takes the key to read it."
                                : "It is as private as a diary; it is not encrypted."
                        )
            );
            return ExitCode.Done;
        }
        catch (BackupException error)
        {
            await console.Error.WriteLineAsync(error.Message);
            return ExitCode.Refused;
        }
    }
}
