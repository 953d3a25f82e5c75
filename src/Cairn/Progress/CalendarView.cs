using System.Globalization;
using Cairn.Data;
using Cairn.People;

namespace Cairn.Progress;

/// <summary>A year as a calendar of stones, rests and pauses. Three queries.</summary>
public sealed record CalendarView(DateOnly Today, int Year, IReadOnlyList<CalendarDay> Days)
{
    /// <inheritdoc cref="CairnView.Hidden"/>
    public IReadOnlySet<string> Hidden { get; init; } = Hiding.Nothing;

    public IEnumerable<IGrouping<DateOnly, CalendarDay>> Months =>
        Days.GroupBy(day => new DateOnly(day.Day.Year, day.Day.Month, 1));

    public static string PathOf(int year) => string.Create(CultureInfo.InvariantCulture, $"/progress/calendar/{year}");

    public static async Task<CalendarView> Read(CairnDb db, Me me, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var records = await Records.Read(db, me.Id, first, cancel, last);
        return new(me.Today, year, CalendarDay.Of(records, first, last < me.Today ? last : me.Today))
        {
            Hidden = Figures.HiddenBy(me.Person),
        };
    }
}
