using System.Globalization;

namespace Cairn.Backups;

/// <summary>
/// Which backups stay: the newest of each of the last seven days, four weeks and twelve months that have one. Days
/// without a backup count for nothing, so a machine that was off for a month loses none. But for the days and weeks,
/// nothing stays longer than a year: who left is gone then.
/// </summary>
public static class Rotation
{
    public const int Days = 7;
    public const int Weeks = 4;
    public const int Months = 12;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Of what was made before an import, a restore or an upgrade, so many stay of each.</summary>
    public const int Before = 5;

    /// <returns>Those that may go, in the order of their age.</returns>
    public static IReadOnlyList<Backup> Superfluous(IEnumerable<Backup> backups)
    {
        var newestFirst = backups.OrderByDescending(backup => backup.Made).ToList();
        var regular = newestFirst.Where(backup => backup.Occasion is Occasion.Nightly or Occasion.ByHand).ToList();
        var young = newestFirst.Where(backup => newestFirst[0].Made - backup.Made <= Longest).ToList();
        var kept = NewestOfEach(regular, Days, DayOf)
            .Concat(NewestOfEach(regular, Weeks, WeekOf))
            .Concat(NewestOfEach(regular.Intersect(young), Months, backup => (backup.Made.Year, backup.Made.Month)))
            .Concat(young.Except(regular).GroupBy(backup => backup.Occasion).SelectMany(some => some.Take(Before)))
            .ToHashSet();
        return [.. newestFirst.Where(backup => !kept.Contains(backup)).Reverse()];
    }

    private static IEnumerable<Backup> NewestOfEach<T>(
        IEnumerable<Backup> newestFirst,
        int most,
        Func<Backup, T> span
    ) => newestFirst.DistinctBy(span).Take(most);

    private static (int Year, int Week) WeekOf(Backup backup) =>
        (ISOWeek.GetYear(At(backup)), ISOWeek.GetWeekOfYear(At(backup)));

    private static DateOnly DayOf(Backup backup) => DateOnly.FromDateTime(At(backup));

    private static DateTime At(Backup backup) => backup.Made.UtcDateTime;
}
