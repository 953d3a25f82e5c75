using System.CommandLine;

namespace Cairn.Commands;

public static class DoctorCommand
{
    public static Command Make() => new("doctor", "…");
}
