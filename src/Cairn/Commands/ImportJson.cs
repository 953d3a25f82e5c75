using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Transfer;

namespace Cairn.Commands;

/// <summary>The report as <c>--json</c> prints it, on one line.</summary>
public static partial class ImportJson
{
    public static string Of(ImportReport report) =>
        JsonSerializer.Serialize(
            new Line(
                report.Format,
                report.Goals,
                report.Steps,
                report.Entries,
                report.Wins,
                report.Rests,
                report.NotToday,
                report.Skipped
            ),
            Readable.Line
        );

    private static readonly Names Readable = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a terminal or a program reads it, never a browser
        }
    );

    private sealed record Line(
        string Format,
        int Goals,
        int Steps,
        int Entries,
        int Wins,
        int Rests,
        int NotToday,
        IReadOnlyList<SkippedRow> Skipped
    );

    [JsonSerializable(typeof(Line))]
    private sealed partial class Names : JsonSerializerContext;
}
