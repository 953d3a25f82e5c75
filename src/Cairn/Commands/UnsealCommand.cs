using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Cairn.Backups;
using Cairn.Data;

namespace Cairn.Commands;

public static class UnsealCommand
{
    public static Command Make()
    {
        var command = new Command("unseal", "Opens what was sealed with a key: a backup, or an export of everyone.");
        var file = new Argument<string>("FILE") { Description = "The sealed file; it is only read." };
        var to = new Argument<string>("OUT") { Description = "Where what is in it goes; it must not exist yet." };
        var key = new Option<string>("--key")
        {
            Description = "File with the passphrase or the key. Also: CAIRN_BACKUP_KEY.",
            HelpName = "FILE",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_BACKUP_KEY") ?? "",
        };
        command.Arguments.Add(file);
        command.Arguments.Add(to);
        command.Options.Add(key);
        command.SetAction(
            (call, _) =>
                Unseal(
                    Path.GetFullPath(call.GetValue(file)!),
                    Path.GetFullPath(call.GetValue(to)!),
                    call.GetValue(key)!,
                    call.InvocationConfiguration
                )
        );
        return command;
    }

    private static async Task<int> Unseal(string path, string to, string key, InvocationConfiguration console)
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture; // commands speak English
        if (Path.Exists(to) || key.Length == 0)
        {
            await console.Error.WriteLineAsync(
                key.Length == 0
                    ? "It takes the key: name its file with --key."
                    : $"{to} is there already, and was left as it is. Name another file."
            );
            return ExitCode.Refused;
        }

        var unfinished = to + ".unfinished";
        try
        {
            await using (var sealedFile = new UnsealingStream(File.OpenRead(path), SealKey.In(key)!))
            await using (var file = new FileStream(unfinished, PrivateFiles.Anew))
            {
                await sealedFile.CopyToAsync(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, to);
            await console.Output.WriteLineAsync($"{to} is open to whoever can read the file.");
            return ExitCode.Done;
        }
        catch (Exception error)
            when (error
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or BackupException
                        or CryptographicException
            )
        {
            var why = error is CryptographicException ? BackupsWords.SealBroken : error.Message;
            await console.Error.WriteLineAsync($"{path}: {why}");
            return ExitCode.Refused;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
