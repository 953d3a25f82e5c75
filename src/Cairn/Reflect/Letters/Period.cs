using System.Globalization;

namespace Cairn.Reflect.Letters;

/// <summary>A month or a year that a letter is about.</summary>
/// <param name="First">Its first day.</param>
/// <param name="IsYear">A year, else a month.</param>
public readonly record struct Period(DateOnly First, bool IsYear)
{
    public DateOnly Last => Next.First.AddDays(-1);

    public Period Next => this with { First = IsYear ? First.AddYears(1) : First.AddMonths(1) };

    public Period Before => this with { First = IsYear ? First.AddYears(-1) : First.AddMonths(-1) };

    /// <summary><c>2026-10</c>, <c>2026</c>.</summary>
    public string Key => First.ToString(IsYear ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture);

    public string Path => $"/reflect/letter/{Key}";

    /// <summary>"October 2026", "2026".</summary>
    public string Name => First.ToString(IsYear ? "yyyy" : "Y", CultureInfo.CurrentCulture);

    /// <summary>The parts that become one cairn each: the weeks of a month, the months of a year.</summary>
    public IEnumerable<(DateOnly From, DateOnly Through)> Parts
    {
        get
        {
            for (var from = First; from <= Last; )
            {
                var next = IsYear ? from.AddMonths(1) : from.AddDays(7);
                var through = next.AddDays(-1) < Last ? next.AddDays(-1) : Last;
                yield return (from, through);
                from = next;
            }
        }
    }

    public static Period? Read(string key) =>
        DateOnly.TryParseExact(
            key + "-01",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        )
        && month.Year > 1990
            ? new(month, IsYear: false)
        : DateOnly.TryParseExact(
            key + "-01-01",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var year
        )
        && year.Year > 1990
            ? new(year, IsYear: true)
        : null;
}
