using System.Text.Json;
using Cairn.Harness;
using Xunit;

namespace Cairn.Commands;

[InAnyZone]
public sealed class LabTests
{
    [Fact]
    public async Task The_lab_prints_each_promise_with_what_came_out()
    {
        var (code, output, _) = await CairnProcess.Run("lab", "--people", "20", "--json");

        Assert.Equal(ExitCode.Done, code);
        using var report = JsonDocument.Parse(output);
        var rows = report.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.True(rows.Count > 50, $"{rows.Count} rows");
        Assert.All(
            rows,
            row =>
            {
                Assert.NotEqual("", row.GetProperty("figure").GetString());
                Assert.NotEqual("", row.GetProperty("target").GetString());
                Assert.True(double.IsFinite(row.GetProperty("result").GetDouble()));
                Assert.True(row.GetProperty("holds").ValueKind is JsonValueKind.True or JsonValueKind.False);
            }
        );
    }

    [Fact]
    public async Task A_world_with_an_unknown_key_is_refused()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"forgeting": 0.3}""");

        var (code, _, trouble) = await CairnProcess.Run("lab", "--world", file, "--people", "20");

        File.Delete(file);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("was not used", trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_effects_lab_prints_its_conditions()
    {
        var (code, output, _) = await CairnProcess.Run("lab", "effects", "--people", "20", "--json");

        Assert.Equal(ExitCode.Done, code);
        using var report = JsonDocument.Parse(output);
        Assert.NotEmpty(report.RootElement.GetProperty("rows").EnumerateArray());
    }
}
