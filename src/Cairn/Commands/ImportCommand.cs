using System.CommandLine;

namespace Cairn.Commands;

public static class ImportCommand
{
    public static Command Make() => new("import", "…");
}
