using System.CommandLine;

namespace Cairn.Commands;

public static class ExportCommand
{
    public static Command Make() => new("export", "…");
}
