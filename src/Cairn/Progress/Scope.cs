using System.Globalization;
using Cairn.Shell;

namespace Cairn.Progress;

/// <summary>The days that one picture is about.</summary>
/// <param name="Kind">A day, a week, a month, a year, or all there are.</param>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them, which may be still to come.</param>
public sealed record Scope(ScopeKind Kind, DateOnly First, DateOnly Last)
{
    /// <summary>From so many months and quarters on, all of them are drawn as quarters and as years.</summary>
    private const int MostMonths = 24;
    private const int MostQuarters = 32;

    public static Scope Of(ScopeKind kind, DateOnly day) =>
        kind switch
        {
            ScopeKind.Week => From(kind, MondayOf(day), first => first.AddDays(7)),
            ScopeKind.Month => From(kind, MonthOf(day), first => first.AddMonths(1)),
            ScopeKind.Year => From(kind, new DateOnly(day.Year, 1, 1), first => first.AddYears(1)),
            _ => new(kind, day, day),
        };

    /// <summary>All days since the first stone.</summary>
    public static Scope Since(DateOnly first, DateOnly today) => new(ScopeKind.All, first, today);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public Scope? Before => Kind == ScopeKind.All || First.Year < 1991 ? null : Of(Kind, First.AddDays(-1));

    public Scope? After => Kind == ScopeKind.All ? null : Of(Kind, Last.AddDays(1));

    /// <summary>Its address. Today's have no date, so that they may be kept.</summary>
    public string Path => Kind == ScopeKind.All ? "/progress/all" : PathOf(Kind, First);

    /// <summary>"2 March 2026", "2 March to 8 March", "March 2026", "2026".</summary>
    public string Name => NameOf(Kind, First, Last);

    /// <summary>The parts that become one cairn each, ridge by ridge; null keeps a place free.</summary>
    public IReadOnlyList<IReadOnlyList<Part?>> Ridges =>
        Kind switch
        {
            ScopeKind.Day =>
            [
                [new Part(First, Last, null, null)],
            ],
            ScopeKind.Week => [Days(First, 3), Days(First.AddDays(3), 4)],
            ScopeKind.Month => Weeks(),
            ScopeKind.Year => Rows([.. Months(First, 12)], 4),
            _ => AllParts(),
        };

    internal static string PathOf(ScopeKind kind, DateOnly first) =>
        string.Create(CultureInfo.InvariantCulture, $"/progress/{kind.ToString().ToLowerInvariant()}/{first:O}");

    private static string NameOf(ScopeKind kind, DateOnly first, DateOnly last) =>
        kind switch
        {
            ScopeKind.Day => first.ToString("D", CultureInfo.CurrentCulture),
            ScopeKind.Week => Phrase.Of(ProgressWords.FromTo, Short(first), Short(last)),
            ScopeKind.Month => first.ToString("Y", CultureInfo.CurrentCulture),
            ScopeKind.Year => first.ToString("yyyy", CultureInfo.CurrentCulture),
            _ => ProgressWords.AllOfIt,
        };

    internal static string Short(DateOnly day) => day.ToString("m", CultureInfo.CurrentCulture);

    private static Scope From(ScopeKind kind, DateOnly first, Func<DateOnly, DateOnly> next) =>
        new(kind, first, next(first).AddDays(-1));

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static List<Part?> Days(DateOnly first, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(first.AddDays)
                .Select(day => Part.Day(day, day.ToString("ddd", CultureInfo.CurrentCulture))),
        ];

    /// <summary>A week is a ridge, and a day of the week a place on it, as in a calendar.</summary>
    private List<IReadOnlyList<Part?>> Weeks()
    {
        var weeks = new List<IReadOnlyList<Part?>>();
        for (var monday = MondayOf(First); monday <= Last; monday = monday.AddDays(7))
        {
            weeks.Add([
                .. Enumerable
                    .Range(0, 7)
                    .Select(monday.AddDays)
                    .Select(day =>
                        day < First || day > Last ? null : Part.Day(day, day.Day.ToString(CultureInfo.CurrentCulture))
                    ),
            ]);
        }

        return weeks;
    }

    private static IEnumerable<Part> Months(DateOnly first, int count) =>
        Enumerable
            .Range(0, count)
            .Select(first.AddMonths)
            .Select(month => new Part(
                month,
                month.AddMonths(1).AddDays(-1),
                month.ToString("MMM", CultureInfo.CurrentCulture),
                PathOf(ScopeKind.Month, month)
            ));

    private List<IReadOnlyList<Part?>> AllParts()
    {
        var month = MonthOf(First);
        var months = ((Last.Year - month.Year) * 12) + Last.Month - month.Month + 1;
        if (months <= MostMonths)
        {
            return Rows(
                [.. Months(month, months)],
                months <= 3 ? months
                    : months <= 12 ? 4
                    : 6
            );
        }

        var quarter = new DateOnly(First.Year, (((First.Month - 1) / 3) * 3) + 1, 1);
        var quarters = ((Last.Year - quarter.Year) * 4) + ((Last.Month - quarter.Month) / 3) + 1;
        if (quarters <= MostQuarters)
        {
            var all = Enumerable.Range(0, quarters).Select(place => Quarter(quarter.AddMonths(3 * place)));
            return Rows([.. all], 6);
        }

        var years = Enumerable.Range(First.Year, Last.Year - First.Year + 1).Select(Year);
        return Rows([.. years], 5);
    }

    private static Part Quarter(DateOnly first) =>
        new(
            first,
            first.AddMonths(3).AddDays(-1),
            first.Month == 1 ? first.Year.ToString(CultureInfo.CurrentCulture) : null,
            PathOf(ScopeKind.Year, new DateOnly(first.Year, 1, 1))
        );

    private static Part Year(int year)
    {
        var first = new DateOnly(year, 1, 1);
        var name = year.ToString(CultureInfo.CurrentCulture);
        return new(first, first.AddYears(1).AddDays(-1), name, PathOf(ScopeKind.Year, first));
    }

    /// <summary>The oldest ridge may be shorter: its places are wider then.</summary>
    private static List<IReadOnlyList<Part?>> Rows(List<Part> parts, int wide)
    {
        var rows = new List<IReadOnlyList<Part?>>();
        for (var end = parts.Count; end > 0; end -= wide)
        {
            rows.Insert(0, [.. parts[Math.Max(0, end - wide)..end]]);
        }

        return rows;
    }
}

/// <summary>Days that are one cairn.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Name">What stands below the cairn.</param>
/// <param name="Path">Where these days are drawn larger.</param>
public sealed record Part(DateOnly First, DateOnly Last, string? Name, string? Path)
{
    public static Part Day(DateOnly day, string name) => new(day, day, name, Scope.PathOf(ScopeKind.Day, day));

    public bool Holds(DateOnly day) => day >= First && day <= Last;

    /// <summary>As the list says it: "Monday 2 March", "March 2026", "January to March 2026", "2026".</summary>
    public string LongName =>
        First == Last ? First.ToString("dddd", CultureInfo.CurrentCulture) + ", " + Scope.Short(First)
        : Last == First.AddMonths(1).AddDays(-1) ? First.ToString("Y", CultureInfo.CurrentCulture)
        : Last == First.AddYears(1).AddDays(-1) ? First.ToString("yyyy", CultureInfo.CurrentCulture)
        : Phrase.Of(
            ProgressWords.FromTo,
            First.ToString("MMMM", CultureInfo.CurrentCulture),
            Last.ToString("Y", CultureInfo.CurrentCulture)
        );
}

public enum ScopeKind
{
    Day,
    Week,
    Month,
    Year,
    All,
}
