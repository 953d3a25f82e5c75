using Cairn.Pictures;

namespace Cairn.Progress;

/// <summary>What one stone of a picture stands for.</summary>
public enum Grain
{
    /// <summary>One win.</summary>
    Win,

    /// <summary>The wins of one area and one kind on a day, in a week, a month, a quarter, a year.</summary>
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>
/// Where there are more wins than a cairn can carry, those of the same area, kind and time become one larger stone:
/// in the whole picture alike, and only as coarse as it must be.
/// </summary>
public static class Grains
{
    /// <summary>As many stones lie well in one cairn.</summary>
    public const int MostStones = 24;

    /// <summary>The finest grain at which no cairn has too many stones.</summary>
    public static Grain Of(IReadOnlyList<IReadOnlyList<Win>> cairns)
    {
        var grain = Grain.Win;
        while (grain < Grain.Year && cairns.Any(cairn => Count(cairn, grain) > MostStones))
        {
            grain++;
        }

        return grain;
    }

    /// <summary>The stones of one cairn, by the first win in each.</summary>
    public static IReadOnlyList<Heap> Merge(IReadOnlyList<Win> cairn, Grain grain) =>
        grain == Grain.Win
            ? [.. cairn.Select(win => new Heap(grain, [win]))]
            : [.. cairn.GroupBy(win => KeyOf(win, grain)).Select(wins => new Heap(grain, [.. wins]))];

    public static DateOnly StartOf(DateOnly day, Grain grain) =>
        grain switch
        {
            Grain.Week => Scope.MondayOf(day),
            Grain.Month => new(day.Year, day.Month, 1),
            Grain.Quarter => new(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
            Grain.Year => new(day.Year, 1, 1),
            _ => day,
        };

    private static int Count(IReadOnlyList<Win> cairn, Grain grain) =>
        grain == Grain.Win || cairn.Count <= MostStones
            ? cairn.Count
            : cairn.Select(win => KeyOf(win, grain)).Distinct().Count();

    private static (DateOnly, string, StoneKind) KeyOf(Win win, Grain grain) =>
        (StartOf(win.Day, grain), win.Area, win.Kind);
}
