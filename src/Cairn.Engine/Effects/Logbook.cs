using System.Collections.Immutable;

namespace Cairn.Engine.Effects;

/// <summary>
/// One person's pages in order, as columns from the first day to the last; what was not noted is NaN, and a day
/// without a page is a day of which nothing is known.
/// </summary>
public sealed class Logbook
{
    private Logbook(ImmutableArray<Guid> actions, DateOnly first, int days)
    {
        (Actions, First, Days) = (actions, first, days);
        (Evening, Morning, Wins, Setback) = (Unknown(days), Unknown(days), Unknown(days), Unknown(days));
        Done = [.. actions.Select(_ => Unknown(days))];
    }

    private Logbook(Logbook other, double[] evening)
    {
        (Actions, First, Days, Evening) = (other.Actions, other.First, other.Days, evening);
        (Morning, Wins, Setback, Done) = (other.Morning, other.Wins, other.Setback, other.Done);
    }

    /// <summary>The actions, in the order of <see cref="Page.Done"/>.</summary>
    public ImmutableArray<Guid> Actions { get; }

    /// <summary>The day of the first page.</summary>
    public DateOnly First { get; }

    /// <summary>Days from the first page to the last, both counted.</summary>
    public int Days { get; }

    internal double[] Evening { get; }

    internal double[] Morning { get; }

    internal double[] Wins { get; }

    internal double[] Setback { get; }

    internal double[][] Done { get; }

    /// <summary>Opens a logbook on pages in any order.</summary>
    /// <exception cref="ArgumentException">
    /// Two pages of one day, a rating that is no number, or a page that answers for another number of actions.
    /// </exception>
    public static Logbook Of(ImmutableArray<Guid> actions, IEnumerable<Page> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var sorted = pages.OrderBy(page => page.Day).ToArray();
        if (sorted.Length == 0)
        {
            return new(actions, DateOnly.MinValue, 0);
        }

        var log = new Logbook(actions, sorted[0].Day, sorted[^1].Day.DayNumber - sorted[0].Day.DayNumber + 1);
        DateOnly? before = null;
        foreach (var page in sorted)
        {
            if (page.Day == before)
            {
                throw new ArgumentException($"{page.Day:O} has two pages.", nameof(pages));
            }

            before = page.Day;
            log.Note(page);
        }

        return log;
    }

    /// <summary>The same book with other evenings.</summary>
    internal Logbook With(double[] evening) => new(this, evening);

    internal bool IsWeekend(int day) => First.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static double[] Unknown(int days)
    {
        var column = new double[days];
        Array.Fill(column, double.NaN);
        return column;
    }

    private static double Rating(double? rating, DateOnly day) =>
        rating is null ? double.NaN
        : double.IsFinite(rating.Value) ? rating.Value
        : throw new ArgumentException($"{day:O} holds a rating that is no number.", nameof(rating));

    private static double Answer(bool? answer) =>
        answer switch
        {
            true => 1,
            false => 0,
            null => double.NaN,
        };

    private void Note(Page page)
    {
        var day = page.Day.DayNumber - First.DayNumber;
        Evening[day] = Rating(page.Evening, page.Day);
        Morning[day] = Rating(page.Morning, page.Day);
        Wins[day] = Rating(page.Wins, page.Day);
        Setback[day] = Answer(page.Setback);
        if (page.Done.IsDefaultOrEmpty)
        {
            return;
        }

        if (page.Done.Length != Actions.Length)
        {
            throw new ArgumentException($"{page.Day:O} answers for {page.Done.Length} actions.", nameof(page));
        }

        for (var action = 0; action < Actions.Length; action++)
        {
            Done[action][day] = Answer(page.Done[action]);
        }
    }
}
