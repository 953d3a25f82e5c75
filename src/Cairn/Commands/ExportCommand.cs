using System.CommandLine;
using System.Globalization;
using Cairn.Backups;
using Cairn.Data;
using Cairn.People;
using Cairn.Transfer;
using Cairn.Transfer.Archive;

namespace Cairn.Commands;

public static class ExportCommand
{
    public static Command Make()
    {
        var command = new Command(
            "export",
            "Writes every fact into a Cairn archive that import reads back, or with a name that ends in .csv a table."
        );
        var file = new Argument<string>("OUT") { Description = "OUT.zip or OUT.csv; it must not exist yet." };
        var data = new DataOptions(command);
        var everyone = new Option<bool>("--everyone")
        {
            Description = "An archive of each person, all in one file sealed with --key; “cairn unseal” opens it.",
        };
        command.Arguments.Add(file);
        command.Options.Add(everyone);
        command.SetAction(
            (call, cancel) =>
                Export(
                    data.StorageOf(call),
                    Path.GetFullPath(call.GetValue(file)!),
                    call.GetValue(everyone),
                    call.InvocationConfiguration,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> Export(
        Storage storage,
        string path,
        bool everyone,
        InvocationConfiguration console,
        CancellationToken cancel
    )
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture; // commands speak English
        if (everyone && storage.BackupKey is null)
        {
            await console.Error.WriteLineAsync(
                "Everyone's days leave only sealed: name a file with a passphrase or a key with --key. Nothing was written."
            );
            return ExitCode.Refused;
        }

        if (Path.Exists(path))
        {
            await console.Error.WriteLineAsync($"{path} is there already, and was left as it is. Name another file.");
            return ExitCode.Refused;
        }

        var (opened, problem) = await OpenCairn.OpenThere(storage, Clock.OfThisMachine, cancel);
        if (opened is null)
        {
            await console.Error.WriteLineAsync(problem);
            return ExitCode.Store;
        }

        await using var cairn = opened;
        string said;
        try
        {
            if (everyone)
            {
                var people = await EveryoneFile.Write(
                    path,
                    cairn.Db,
                    SealKey.In(storage.BackupKey)!,
                    Clock.OfThisMachine,
                    cancel
                );
                await console.Output.WriteLineAsync($"{path}: people {people}. It takes the key to read it.");
                return ExitCode.Done;
            }

            var me = await cairn.Owner(cancel);
            said = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                ? await WriteTable(path, cairn.Db, me, cancel)
                : WriteAndReadBack(path, await ArchiveExport.Of(cairn.Db, me, cancel));
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or UnusableFileException or BackupException)
        {
            await console.Error.WriteLineAsync(
                $"{path} could not be written ({error.Message}), and was removed again."
            );
            return ExitCode.Refused;
        }

        await console.Output.WriteLineAsync($"{path}: {said}. It is as private as a diary; it is not encrypted.");
        return ExitCode.Done;
    }

    /// <summary>Under another name until it is whole and was read as an import would read it.</summary>
    private static string WriteAndReadBack(string path, ArchiveFacts facts)
    {
        var unfinished = path + ".unfinished";
        try
        {
            using (var file = new FileStream(unfinished, PrivateFiles.Anew))
            {
                ArchiveFile.Write(file, facts);
                file.Flush(flushToDisk: true);
            }

            ArchiveFile.Read(unfinished);
            File.Move(unfinished, path);
            return $"goals {facts.Goals.Count}, steps {facts.Steps.Count}, entries {facts.Entries.Count}";
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<string> WriteTable(string path, CairnDb db, Me me, CancellationToken cancel)
    {
        var unfinished = path + ".unfinished";
        try
        {
            int rows;
            await using (var file = new FileStream(unfinished, PrivateFiles.Anew))
            {
                rows = await EntriesCsv.Write(file, db, me, cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
            return $"entries {rows}";
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
