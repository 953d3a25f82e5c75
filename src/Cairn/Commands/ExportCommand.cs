using System.CommandLine;
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
        command.Arguments.Add(file);
        command.SetAction(
            (call, cancel) =>
                Export(
                    data.StorageOf(call),
                    Path.GetFullPath(call.GetValue(file)!),
                    call.InvocationConfiguration,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> Export(
        Storage storage,
        string path,
        InvocationConfiguration console,
        CancellationToken cancel
    )
    {
        if (Path.Exists(path))
        {
            await console.Error.WriteLineAsync($"{path} is there already, and was left as it is. Name another file.");
            return ExitCode.Refused;
        }

        if (storage.IsSqlite && !File.Exists(storage.SqliteFile))
        {
            await console.Error.WriteLineAsync($"There is no Cairn in {storage.Folder}. Name its folder with --data.");
            return ExitCode.Store;
        }

        var (opened, problem) = await OpenCairn.Open(storage, Clock.OfThisMachine, cancel);
        if (opened is null)
        {
            await console.Error.WriteLineAsync(problem);
            return ExitCode.Store;
        }

        await using var cairn = opened;
        var me = await cairn.Owner(cancel);
        string said;
        try
        {
            said = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                ? await WriteTable(path, cairn.Db, me, cancel)
                : WriteAndReadBack(path, await ArchiveExport.Of(cairn.Db, me, cancel));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or UnusableFileException)
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
            using (var file = new FileStream(unfinished, SafetyCopy.Private()))
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
            await using (var file = new FileStream(unfinished, SafetyCopy.Private()))
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
