using System.Globalization;

namespace Cairn.Backups;

/// <summary>
/// Which backups stay: the newest of each of the last seven days, four weeks and twelve months that have one. Days
/// without a backup count for nothing, so a machine that was off for a month loses none.
/// </summary>
public static class Rotation
{
    public const int Days = 7;
    public const int Weeks = 4;
    public const int Months = 12;

    /// <summary>Of what was made before an import, a restore or an upgrade, so many stay of each.</summary>
    public const int Before = 5;

    /// <returns>Those that may go, in the order of their age.</returns>
    public static IReadOnlyList<Backup> Superfluous(IEnumerable<Backup> backups)
    {
        var newestFirst = backups.OrderByDescending(backup => backup.Made).ToList();
        var regular = newestFirst.Where(backup => backup.Occasion is Occasion.Nightly or Occasion.ByHand).ToList();
        var kept = NewestOfEach(regular, Days, DayOf)
            .Concat(
                NewestOfEach(regular, Weeks, backup => (ISOWeek.GetYear(At(backup)), ISOWeek.GetWeekOfYear(At(backup))))
            )
            .Concat(NewestOfEach(regular, Months, backup => (backup.Made.Year, backup.Made.Month)))
            .Concat(
                newestFirst.Except(regular).GroupBy(backup => backup.Occasion).SelectMany(some => some.Take(Before))
            )
            .ToHashSet();
        return [.. newestFirst.Where(backup => !kept.Contains(backup)).Reverse()];
    }

    private static IEnumerable<Backup> NewestOfEach<T>(
        IEnumerable<Backup> newestFirst,
        int most,
        Func<Backup, T> span
    ) => newestFirst.DistinctBy(span).Take(most);

    private static DateOnly DayOf(Backup backup) => DateOnly.FromDateTime(At(backup));

    private static DateTime At(Backup backup) => backup.Made.UtcDateTime;
}
