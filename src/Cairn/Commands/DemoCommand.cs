using System.CommandLine;

namespace Cairn.Commands;

public static class DemoCommand
{
    public static Command Make() => new("demo", "…");
}
