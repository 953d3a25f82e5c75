using Cairn.Data;

namespace Cairn.Progress;

/// <summary>The sizes of a step on a day, as they stood on the screen: what an entry of that day carries.</summary>
/// <param name="Day">The day.</param>
/// <param name="Floor">At least: managed on nearly all days.</param>
/// <param name="Target">Aim.</param>
/// <param name="Stretch">More: managed on about half of the days.</param>
public sealed record SizePoint(DateOnly Day, double Floor, double Target, double Stretch)
{
    /// <summary>The latest of each month, or of each week as long as there are few; since its unit last changed.</summary>
    public static IReadOnlyList<SizePoint> Of(Records records, Guid step, IEnumerable<Entry> entries)
    {
        var since = SinceUnit(records, step);
        var said = entries.Where(entry => entry.IsWord && entry.Day >= since && entry.Bars.Target > 0).ToList();
        if (said.Count == 0)
        {
            return [];
        }

        var isYoung = said[^1].Day.DayNumber - said[0].Day.DayNumber < 120;
        return
        [
            .. said.GroupBy(entry => Grains.StartOf(entry.Day, isYoung ? Grain.Week : Grain.Month))
                .Select(time => time.MaxBy(entry => entry.Day)!)
                .Select(entry => new SizePoint(entry.Day, entry.Bars.Floor, entry.Bars.Target, entry.Bars.Stretch)),
        ];
    }

    /// <summary>The first day from which on the step is counted in the unit of today.</summary>
    public static DateOnly SinceUnit(Records records, Guid step)
    {
        var versions = records
            .Versions.Where(version => version.Id == step)
            .Select(version => version.Version)
            .OrderByDescending(version => version.Number)
            .ToList();
        return versions.TakeWhile(version => version.Unit == versions[0].Unit).Min(version => version.From);
    }
}
