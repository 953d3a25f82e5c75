using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cairn.Commands;

public static class VersionCommand
{
    public static Command Make()
    {
        var command = new Command("version", "Prints the version of Cairn and of what it runs on.");
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        command.Options.Add(json);
        command.SetAction(call => Print(call.GetValue(json)));
        return command;
    }

    private static int Print(bool json)
    {
        var version = typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        var cairn = version?.InformationalVersion ?? "unknown";
        Console.WriteLine(
            json
                ? JsonSerializer.Serialize(new { cairn, runtime = RuntimeInformation.FrameworkDescription })
                : $"Cairn {cairn} on {RuntimeInformation.FrameworkDescription}"
        );
        return ExitCode.Done;
    }
}
