using System.CommandLine;
using Cairn.Data;
using Cairn.Transfer;
using Cairn.Transfer.Archive;

namespace Cairn.Commands;

public static class ExportCommand
{
    public static Command Make()
    {
        var command = new Command("export", "Writes every fact into one file, a Cairn archive that import reads back.");
        var file = new Argument<string>("OUT.zip") { Description = "The archive to write; it must not exist yet." };
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
        var facts = await ArchiveExport.Of(cairn.Db, await cairn.Owner(cancel), cancel);
        try
        {
            WriteAndReadBack(path, facts);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or UnusableFileException)
        {
            await console.Error.WriteLineAsync(
                $"{path} could not be written ({error.Message}), and was removed again."
            );
            return ExitCode.Refused;
        }

        await console.Output.WriteLineAsync(
            $"{path}: goals {facts.Goals.Count}, steps {facts.Steps.Count}, entries {facts.Entries.Count}. "
                + "It is as private as a diary; it is not encrypted."
        );
        return ExitCode.Done;
    }

    /// <summary>Under another name until it is whole and was read as an import would read it.</summary>
    private static void WriteAndReadBack(string path, ArchiveFacts facts)
    {
        var unfinished = path + ".unfinished";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(unfinished, options))
            {
                ArchiveFile.Write(file, facts);
                file.Flush(flushToDisk: true);
            }

            ArchiveFile.Read(unfinished);
            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
