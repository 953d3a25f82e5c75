using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Progress;

/// <summary>The numbers behind the calendar and behind what grows, for a spreadsheet.</summary>
public static class Tables
{
    public static async Task<IResult> SendDays(CairnDb db, Me me, int year, CancellationToken cancel)
    {
        if (year > me.Today.Year)
        {
            return Results.NotFound();
        }

        var view = await CalendarView.Read(db, me, year, cancel);
        return File(
            $"cairn-{year}.csv",
            ["day", "wins", "rest or pause"],
            view.Days.Select(day =>
                new[]
                {
                    Iso(day.Day),
                    Of(day.Wins),
                    day.Kind is CalendarKind.Rest or CalendarKind.Pause ? day.Kind.ToString() : null,
                }
            )
        );
    }

    public static async Task<IResult> SendMomentum(CairnDb db, Me me, CancellationToken cancel)
    {
        var view = await GrowthView.Read(db, me, cancel);
        return File(
            "cairn-momentum.csv",
            ["day", "momentum", "change"],
            view.Momentum.Select(day => new string?[] { Iso(day.Day), Of(day.Value), Of(day.Change) })
        );
    }

    public static async Task<IResult> SendSizes(CairnDb db, Me me, CancellationToken cancel)
    {
        var view = await GrowthView.Read(db, me, cancel);
        return File(
            "cairn-sizes.csv",
            ["step", "unit", "day", "at least", "aim", "more"],
            view.Steps.SelectMany(step =>
                step.Sizes.Select(size =>
                    new string?[]
                    {
                        step.Name,
                        step.Unit,
                        Iso(size.Day),
                        Of(size.Floor),
                        Of(size.Target),
                        Of(size.Stretch),
                    }
                )
            )
        );
    }

    public static async Task<IResult> SendComebacks(CairnDb db, Me me, CancellationToken cancel)
    {
        var view = await GrowthView.Read(db, me, cancel);
        return File(
            "cairn-comebacks.csv",
            ["last win before", "since", "back on", "days"],
            view.Comebacks.Select(back =>
                new string?[] { Iso(back.LastWin), Iso(back.Since), Iso(back.Comeback!.Value), Of(back.Days) }
            )
        );
    }

    public static async Task<IResult> SendConfidence(CairnDb db, Me me, CancellationToken cancel)
    {
        var view = await GrowthView.Read(db, me, cancel);
        return File(
            "cairn-confidence.csv",
            ["month", "asked", "predicted", "happened", "times"],
            view.Confidence.Select(month =>
                new string?[]
                {
                    Iso(month.Month),
                    Of(month.Asked),
                    Of(month.Predicted),
                    Of(month.Happened),
                    Of(month.Times),
                }
            )
        );
    }

    public static async Task<IResult> SendHabits(CairnDb db, Me me, CancellationToken cancel)
    {
        var view = await GrowthView.Read(db, me, cancel);
        return File(
            "cairn-habits.csv",
            ["step", "day", "low", "middle", "high"],
            view.Habits.SelectMany(habit =>
                habit.Curve.Select(point =>
                    new string?[] { habit.Name, Iso(point.Day), Of(point.Low), Of(point.Middle), Of(point.High) }
                )
            )
        );
    }

    private static IResult File(string name, string[] header, IEnumerable<string?[]> rows) =>
        Results.File(Csv.Of(header, rows), "text/csv; charset=utf-8", name);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Of(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
