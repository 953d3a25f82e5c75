using System.CommandLine;
using Cairn.Data;

namespace Cairn.Commands;

/// <summary>The options that say where the facts and their backups live; every command that touches them has all.</summary>
public sealed class DataOptions
{
    private readonly Option<string> data = new("--data")
    {
        Description = "Folder for everything Cairn keeps. Also: CAIRN_DATA.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_DATA") ?? Storage.UsualFolder,
    };

    private readonly Option<string?> postgres = new("--postgres")
    {
        Description = "PostgreSQL connection string instead of SQLite in the folder. Also: CAIRN_POSTGRES.",
        HelpName = "CONNECTION",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_POSTGRES"),
    };

    private readonly Option<string?> backups = new("--backups")
    {
        Description =
            "Folder for backups, better on another disk. Also: CAIRN_BACKUPS. [default: backups in the data folder]",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_BACKUPS"),
    };

    private readonly Option<string?> key = new("--key")
    {
        Description = "File with a passphrase or a key: backups are sealed with it. Also: CAIRN_BACKUP_KEY.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_BACKUP_KEY"),
    };

    public DataOptions(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(postgres);
        command.Options.Add(backups);
        command.Options.Add(key);
    }

    public Storage StorageOf(ParseResult call) =>
        new()
        {
            Folder = Path.GetFullPath(call.GetValue(data)!),
            Postgres = call.GetValue(postgres) is { Length: > 0 } connection ? connection : null,
            Backups = Full(call.GetValue(backups)),
            BackupKey = Full(call.GetValue(key)),
            MakesNightlyBackups = Environment.GetEnvironmentVariable("CAIRN_NIGHTLY") != "off",
        };

    private static string? Full(string? path) => path is { Length: > 0 } ? Path.GetFullPath(path) : null;
}
