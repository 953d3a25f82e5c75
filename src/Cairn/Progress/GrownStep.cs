using Cairn.Data;

namespace Cairn.Progress;

/// <summary>How the size of a practice has changed.</summary>
/// <param name="Name">As it is called now.</param>
/// <param name="Area">Of its goal.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Sizes">Over time.</param>
/// <param name="Then">The middle one of the aims of the first wins, so a size that was offered; null with too few.</param>
/// <param name="Now">The same of the last wins.</param>
/// <param name="Wins">How many wins there are.</param>
public sealed record GrownStep(
    string Name,
    string Area,
    string Unit,
    IReadOnlyList<SizePoint> Sizes,
    double? Then,
    double? Now,
    int Wins
)
{
    /// <summary>So many wins at each end are compared, and none is in both.</summary>
    public const int Ends = 5;

    public bool Grew => Now > Then;

    public static GrownStep Of(Records records, LivedStep step, IReadOnlyList<Entry> entries)
    {
        var since = SizePoint.SinceUnit(records, step.Id);
        var aims = entries
            .Where(entry => entry.IsWin && entry.Day >= since && entry.Bars.Target > 0)
            .Select(entry => entry.Bars.Target)
            .ToList();
        var isEnough = aims.Count >= 2 * Ends;
        return new(
            step.Version.Name,
            step.Area,
            step.Version.Unit,
            SizePoint.Of(records, step.Id, entries),
            isEnough ? Middle(aims.Take(Ends)) : null,
            isEnough ? Middle(aims.TakeLast(Ends)) : null,
            entries.Count(entry => entry.IsWin)
        );
    }

    private static double Middle(IEnumerable<double> ends) => ends.Order().ElementAt(Ends / 2);
}
