namespace Cairn.Transfer.Habitica;

/// <summary>
/// Reads wins from Habitica's task values. A tick raises the value; the next login writes it once more, unchanged
/// if the day before was done, lower if not. Older points are thinned to means of weeks and months, which say
/// nothing about a day.
/// </summary>
internal static class HabiticaHistory
{
    private const long LongestGap = 36L * 60 * 60 * 1000;

    /// <summary>A rise is a win on its day; an echo or a fall says nothing that can be dated.</summary>
    public static IEnumerable<TrackedDay> OfDaily(string task, StrangerJson daily, TimeSpan ahead, History history)
    {
        var points = Points(task, daily, history);
        var before = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var isMean = i == 0 ? points.Count > 1 && IsFar(point, points[1]) : IsFar(points[i - 1], point);
            if (point.Value > before && isMean)
            {
                history.Skip(point.Row, TransferWords.MeanOfDays);
            }
            else if (point.Value > before)
            {
                yield return new TrackedDay(point.Row, Dates.OfMilliseconds(point.At, ahead), Said.Yes);
            }

            before = point.Value;
        }
    }

    /// <summary>One point a day, with how often it was done; points without that are older and mostly means.</summary>
    public static IEnumerable<TrackedDay> OfHabit(string task, StrangerJson habit, TimeSpan ahead, History history)
    {
        foreach (var point in Points(task, habit, history))
        {
            if (point.Up is null)
            {
                history.Skip(point.Row, TransferWords.MeanOfDays);
            }
            else if (point.Up > 0)
            {
                yield return new TrackedDay(
                    point.Row,
                    Dates.OfMilliseconds(point.At, ahead),
                    Said.Amount,
                    point.Up.Value
                );
            }
        }
    }

    private static bool IsFar(Point one, Point next) => next.At - one.At > LongestGap;

    private static List<Point> Points(string task, StrangerJson json, History history)
    {
        var points = new List<Point>();
        foreach (var (place, item) in json.Items("history"))
        {
            var row = $"{task}.history[{place}]";
            var at = item.Whole("date") ?? Dates.Instant(item.Text("date"))?.ToUnixTimeMilliseconds();
            if (at is { } milliseconds && item.Number("value") is { } value)
            {
                points.Add(new Point(row, milliseconds, value, item.Number("scoredUp")));
            }
            else
            {
                history.Skip(row, TransferWords.SaysNothing);
            }
        }

        return [.. points.OrderBy(point => point.At)];
    }

    private sealed record Point(string Row, long At, double Value, double? Up);
}
