using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cairn.Data;

namespace Cairn.Commands;

public static class DoctorCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Make()
    {
        var command = new Command("doctor", "Looks at folder, database, clock and settings, and says what to do.");
        var data = new DataOptions(command);
        var ladders = new LadderOption(command);
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        command.Options.Add(json);
        command.SetAction(
            async (call, cancel) =>
            {
                var findings = await Look(ladders.AddTo(data.StorageOf(call), call), Clock.OfThisMachine, cancel);
                Print(findings, call.GetValue(json), call.InvocationConfiguration.Output);
                return findings.All(finding => finding.Ok) ? ExitCode.Done : ExitCode.Refused;
            }
        );
        return command;
    }

    /// <summary>Changes nothing, and may run beside a Cairn that serves.</summary>
    public static async Task<IReadOnlyList<Finding>> Look(
        Storage storage,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        [
            .. FolderFindings.Of(storage),
            .. await StoreFindings.Of(storage, clock, cancel),
            .. LadderFindings.Of(storage),
            .. MachineFindings.Of(storage, clock, Environment.GetEnvironmentVariables()),
            .. HostFindings.Of(Environment.GetEnvironmentVariables()),
        ];

    private static void Print(IReadOnlyList<Finding> findings, bool json, TextWriter to)
    {
        if (json)
        {
            var ok = findings.All(finding => finding.Ok);
            to.WriteLine(JsonSerializer.Serialize(new { ok, checks = findings }, Json));
            return;
        }

        foreach (var finding in findings)
        {
            to.WriteLine($"{(finding.Ok ? "ok   " : "wrong")}  {finding.Check}: {finding.Says}");
            if (finding.Do is { } todo)
            {
                to.WriteLine($"       {todo}");
            }
        }
    }
}
