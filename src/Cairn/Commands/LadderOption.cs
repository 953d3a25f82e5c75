using System.CommandLine;
using Cairn.Data;

namespace Cairn.Commands;

/// <summary>Where the host's own ladders lie; for the commands that use or check them.</summary>
public sealed class LadderOption
{
    private readonly Option<string?> ladders = new("--ladders")
    {
        Description =
            "Folder with ladders of your own, besides ours. Also: CAIRN_LADDERS. [default: ladders in the data folder]",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_LADDERS"),
    };

    public LadderOption(Command command) => command.Options.Add(ladders);

    public Storage AddTo(Storage storage, ParseResult call) =>
        call.GetValue(ladders) is { Length: > 0 } folder
            ? storage with
            {
                Ladders = Path.GetFullPath(folder),
            }
            : storage;
}
