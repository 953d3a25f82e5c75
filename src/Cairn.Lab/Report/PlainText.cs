using System.Globalization;

namespace Cairn.Lab.Report;

/// <summary>Writes a report as tables of plain text.</summary>
public static class PlainText
{
    /// <summary>All tables of a report.</summary>
    public static void Write(LabReport report, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(to);
        Table(
            to,
            ["figure", "world", "to reach", "result", "holds"],
            report.Rows.Select(r => new[] { r.Figure, r.World, r.Target, Say(r.Result, 3), r.Holds ? "yes" : "NO" })
        );
        Table(
            to,
            [
                "world",
                "go",
                "policy",
                "wins",
                "rate",
                "volume",
                "active",
                "way: wins",
                "volume",
                "active",
                "log loss",
                "AVG",
                "truth",
                "bias",
                "bins",
            ],
            report.Policies.Select(Cells)
        );
        Table(
            to,
            ["days of", "morning report", "log loss", "AVG", "truth", "skill", "bias", "bins"],
            report.Skills.Select(s =>
                new[]
                {
                    s.Log,
                    s.Morning ? "yes" : "no",
                    Say(s.Forecasts.Loss, 4),
                    Say(s.Forecasts.LossOfAverage, 4),
                    Say(s.Forecasts.LossOfTruth, 4),
                    Say(s.Forecasts.Skill, 3),
                    Say(s.Forecasts.Bias, 3),
                    Say(s.Forecasts.BinError, 3),
                }
            )
        );
        Table(
            to,
            ["guess", "times", "by wins", "by volume", "same"],
            report.Sweeps.Select(s =>
                new[]
                {
                    s.Guess,
                    Say(s.Factor, 1),
                    string.Join(" > ", s.ByWins),
                    string.Join(" > ", s.ByVolume),
                    s.Same ? "yes" : "NO",
                }
            )
        );
    }

    private static string[] Cells(PolicyRow r) =>
        [
            r.World,
            Say(r.Go, 1),
            r.Policy,
            Say(r.Wins, 1),
            Say(r.WinRate, 3),
            Say(r.Volume, 1),
            Say(r.Active, 3),
            Say(r.WayInWins, 2),
            Say(r.WayInVolume, 2),
            Say(r.WayInActive, 2),
            .. r.Forecasts is { } f
                ? new[]
                {
                    Say(f.Loss, 4),
                    Say(f.LossOfAverage, 4),
                    Say(f.LossOfTruth, 4),
                    Say(f.Bias, 3),
                    Say(f.BinError, 3),
                }
                : ["", "", "", "", ""],
        ];

    private static string Say(double value, int digits) =>
        double.IsNaN(value)
            ? "-"
            : value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static void Table(TextWriter to, string[] head, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(head).ToArray();
        if (all.Length == 1)
        {
            return;
        }

        var widths = head.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
        {
            to.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        to.WriteLine();
    }
}
