using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Insights;

/// <summary>The days behind the insights, for a spreadsheet: whoever wants to can compute them again.</summary>
public static class Tables
{
    public static async Task<IResult> SendPromises(CairnDb db, Me me, CancellationToken cancel)
    {
        var records = await Records.Read(db, me.Id, null, cancel);
        return File(
            "cairn-promises.csv",
            ["day", "step", "chance", "reached", "without a word"],
            Promise
                .Of(records, me.Person.Dial, me.Today)
                .Select(promise =>
                    new[]
                    {
                        Iso(promise.Day),
                        records.StepOf(promise.Step)?.Version.Name,
                        Of(promise.Chance),
                        Of(promise.IsKept),
                        Of(promise.IsSilent),
                    }
                )
        );
    }

    public static async Task<IResult> SendDays(CairnDb db, Me me, CancellationToken cancel)
    {
        var first = me.Today.AddDays(-Diary.Days);
        var records = await Records.Read(db, me.Id, first.AddDays(-1), cancel);
        var diary = new Diary(records, me.Person);
        var actions = Diary.ActionsOf(records, me.Today);
        return File(
            "cairn-days.csv",
            [
                "day",
                .. Asked.Feelings,
                "morning",
                "wins",
                "share won",
                "in the way",
                .. actions.Select(step => step.Version.Name),
            ],
            Enumerable
                .Range(0, Diary.Days)
                .Select(first.AddDays)
                .Where(day => diary.FeelingsOn(day).Any(rating => rating is not null))
                .Select(day =>
                    (string?[])
                        [
                            Iso(day),
                            .. diary.FeelingsOn(day).Select(rating => Of(rating)),
                            Of(diary.MorningOf(day)),
                            Of(diary.StonesOn(day)),
                            Of(diary.SharePlanned(day)),
                            Of(diary.SetbackOn(day)),
                            .. actions.Select(step => Of(diary.IsDone(step.Id, day))),
                        ]
                )
        );
    }

    public static async Task<IResult> SendExperiment(CairnDb db, Me me, Guid experiment, CancellationToken cancel) =>
        await ExperimentView.Read(db, me, experiment, cancel) is { } view
            ? File(
                "cairn-experiment.csv",
                ["day", "by coin", "done", "evening"],
                view.Days.Select(day => new[] { Iso(day.Day), Of(day.Asked), Of(day.Done), Of(day.Evening) })
            )
            : Results.NotFound();

    private static IResult File(string name, string[] header, IEnumerable<string?[]> rows) =>
        Results.File(Csv.Of(header, rows), "text/csv; charset=utf-8", name);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string? Of(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? Of(bool? isSo) =>
        isSo switch
        {
            true => "1",
            false => "0",
            null => null,
        };
}
