using System.CommandLine;

namespace Cairn.Commands;

/// <summary>The same program from a terminal. Without a command it serves.</summary>
public static class CommandLine
{
    public static Task<int> Run(string[] args) => Root().Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync();

    private static RootCommand Root() =>
        new("Cairn turns what overwhelms you into steps small enough to succeed.")
        {
            ServeCommand.Make(),
            ImportCommand.Make(),
            ExportCommand.Make(),
            DemoCommand.Make(),
            DoctorCommand.Make(),
            RebuildCommand.Make(),
            VersionCommand.Make(),
        };
}
