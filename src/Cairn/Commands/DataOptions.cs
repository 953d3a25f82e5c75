using System.CommandLine;
using Cairn.Data;

namespace Cairn.Commands;

/// <summary>The two options that say where the facts live; every command that touches them has both.</summary>
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

    public DataOptions(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(postgres);
    }

    public Storage StorageOf(ParseResult call) =>
        new()
        {
            Folder = Path.GetFullPath(call.GetValue(data)!),
            Postgres = call.GetValue(postgres) is { Length: > 0 } connection ? connection : null,
        };
}
