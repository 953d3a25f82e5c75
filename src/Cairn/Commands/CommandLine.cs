using System.CommandLine;
using Cairn.Commands.Day;

namespace Cairn.Commands;

/// <summary>The same program from a terminal. Without a command it serves.</summary>
public static class CommandLine
{
    /// <param name="args">As the shell gave them.</param>
    /// <param name="console">Where to write, if not to the terminal.</param>
    public static Task<int> Run(string[] args, InvocationConfiguration? console = null) =>
        Root().Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync(console ?? new InvocationConfiguration());

    private static RootCommand Root() =>
        new("Cairn turns what overwhelms you into steps small enough to succeed.")
        {
            ServeCommand.Make(),
            DayCommands.MakeToday(),
            DayCommands.MakeWin(),
            DayCommands.MakeLog(),
            ImportCommand.Make(),
            ExportCommand.Make(),
            DemoCommand.Make(),
            DoctorCommand.Make(),
            BackupCommand.Make(),
            RestoreCommand.Make(),
            VerifyCommand.Make(),
            UnsealCommand.Make(),
            RebuildCommand.Make(),
            PeopleCommand.Make(),
            LabCommand.Make(),
            VersionCommand.Make(),
        };
}
