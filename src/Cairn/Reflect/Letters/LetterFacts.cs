using System.Text.Json.Serialization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Questions;

namespace Cairn.Reflect.Letters;

/// <summary>
/// What a letter tells, in numbers and in the person's own words; docs/numbers/reflect.md says how each is computed. Kept
/// as JSON: a field is only ever added, never renamed.
/// </summary>
public sealed record LetterFacts
{
    private const int MostMoments = 5;
    private const int ComebackDays = 4;
    private const int DaysWorthComparing = 5;
    private const int TimesWorthSaying = 3;

    public int Stones { get; init; }
    public int DaysWithStones { get; init; }
    public int Days { get; init; }
    public int Comebacks { get; init; }
    public IReadOnlyList<CountOf> Areas { get; init; } = [];
    public CountOf? MostOften { get; init; }
    public Growth? Growth { get; init; }
    public IReadOnlyList<Moment> Moments { get; init; } = [];

    /// <summary>The key of what helped most often.</summary>
    public CountOf? Helped { get; init; }

    public static LetterFacts Of(Records records, Period period)
    {
        var wins = records
            .Entries.Where(entry => entry.IsWin && entry.Day >= period.First && entry.Day <= period.Last)
            .Select(entry => (Entry: entry, Step: records.StepOf(entry.StepId)))
            .Where(win => win.Step is not null)
            .ToList();
        var noticed = records
            .Words.OfType<NoticedWin>()
            .Where(word => word.Day >= period.First && word.Day <= period.Last)
            .ToList();
        var days = wins.Select(win => win.Entry.Day)
            .Concat(noticed.Select(word => word.Day))
            .Distinct()
            .Order()
            .ToList();
        var most = wins.GroupBy(win => win.Entry.StepId).MaxBy(step => step.Count());
        var answers = CheckIn
            .ByDay(records.Words)
            .Where(day => day.Key >= period.First && day.Key <= period.Last)
            .OrderBy(day => day.Key)
            .ToList();
        var helped = answers
            .Select(day => day.Value.GetValueOrDefault(CheckInQuestions.Helped.Key).Text)
            .OfType<string>()
            .GroupBy(key => key, StringComparer.Ordinal)
            .MaxBy(key => key.Count());
        return new LetterFacts
        {
            Stones = wins.Count + noticed.Count,
            DaysWithStones = days.Count,
            Days = period.Last.DayNumber - period.First.DayNumber + 1,
            Comebacks = days.Zip(days.Skip(1), (a, b) => b.DayNumber - a.DayNumber).Count(gap => gap >= ComebackDays),
            Areas =
            [
                .. wins.GroupBy(win => win.Step!.AreaOn(win.Entry.Day), StringComparer.Ordinal)
                    .Select(area => new CountOf(area.Key, area.Count()))
                    .OrderByDescending(area => area.Count)
                    .ThenBy(area => area.What, StringComparer.Ordinal),
            ],
            MostOften = most is null ? null : new CountOf(most.First().Step!.Version.Name, most.Count()),
            Growth = most is null
                ? null
                : GrowthOf([.. most.Select(win => win.Entry)], most.First().Step!.Version.Unit),
            Moments = Spread([
                .. answers
                    .Select(day => (day.Key, day.Value.GetValueOrDefault(CheckInQuestions.Best.Key).Text))
                    .Where(best => best.Text is not null)
                    .Select(best => new Moment(best.Key, best.Text!)),
            ]),
            Helped = helped?.Count() >= TimesWorthSaying ? new CountOf(helped.Key, helped.Count()) : null,
        };
    }

    /// <summary>The mean aim of the first five days and of the last five, where it rose.</summary>
    private static Growth? GrowthOf(List<Entry> wins, string unit)
    {
        if (wins[0].Kind != StepKind.Practice || wins.Count < 2 * DaysWorthComparing)
        {
            return null;
        }

        var aims = wins.OrderBy(win => win.Day).Select(win => win.Bars.Target).ToList();
        var (then, now) = (
            Math.Round(aims.Take(DaysWorthComparing).Average(), 1),
            Math.Round(aims.TakeLast(DaysWorthComparing).Average(), 1)
        );
        return now > then ? new Growth(then, now, unit) : null;
    }

    /// <summary>As many as there is room for, from the whole time and not only its beginning.</summary>
    private static List<Moment> Spread(List<Moment> moments) =>
        moments.Count <= MostMoments
            ? moments
            : [.. Enumerable.Range(0, MostMoments).Select(i => moments[i * (moments.Count - 1) / (MostMoments - 1)])];
}

public sealed record CountOf(string What, int Count);

public sealed record Growth(double Then, double Now, string Unit);

public sealed record Moment(DateOnly Day, string Text);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(LetterFacts))]
internal sealed partial class LetterJson : JsonSerializerContext;
