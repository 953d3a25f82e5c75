using System.Globalization;
using System.Text.Json;
using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Today;

/// <summary>One row of a day: a practice or a task.</summary>
/// <param name="Lived">The step as it was on that day.</param>
/// <param name="Day">The day.</param>
/// <param name="Entry">What was said about it, if anything.</param>
/// <param name="Bars">In force on that day.</param>
/// <param name="Tomorrow">What is offered tomorrow, as things stand.</param>
/// <param name="LastDays">The last seven days, oldest first, this day last.</param>
/// <param name="IsToday">The day is today.</param>
/// <param name="DidNotWant">How often, in four weeks, it was not wanted.</param>
/// <param name="Began">When a running timer was started.</param>
/// <param name="IsFree">Its rhythm leaves the day free: it may be done and is not expected.</param>
/// <param name="IsTested">A coin settles the day: with it, or free.</param>
/// <param name="FreeAhead">
/// From the next day on 1 for each day that is free: those that a coin settles, a blank, then one turn of the rhythm, which
/// goes on like that. Null where none is free. A kept page turns by it, however late.
/// </param>
public sealed record TodayStep(
    LivedStep Lived,
    DateOnly Day,
    Entry? Entry,
    Bars Bars,
    Bars Tomorrow,
    IReadOnlyList<DayMark> LastDays,
    bool IsToday,
    int DidNotWant,
    DateTimeOffset? Began,
    bool IsFree,
    bool IsTested,
    string? FreeAhead
)
{
    private const int Days = 7;

    public Guid Id => Lived.Id;
    public string Name => Lived.Version.Name;
    public string Unit => Lived.Version.Unit;
    public bool IsTask => Lived.Step.Kind == StepKind.Task;

    /// <summary>There is nothing to count: it is done or it is not.</summary>
    public bool IsYesOrNo => Lived.Version.Pinned is 1;

    public bool IsInMinutes => Lived.Version.Scale == Scale.Minutes && !IsTask;

    /// <summary>For the script that keeps taps while there is no network: docs/api-actions.md.</summary>
    public string KindName => JsonNamingPolicy.CamelCase.ConvertName(Lived.Step.Kind.ToString());

    public string DayName => Day.ToString("O", CultureInfo.InvariantCulture);

    public string BarsShown =>
        string.Create(CultureInfo.InvariantCulture, $"{Bars.Floor} {Bars.Target} {Bars.Stretch}");

    public string State =>
        Entry is { } entry ? JsonNamingPolicy.CamelCase.ConvertName(entry.Outcome.ToString()) : "open";

    public static TodayStep Of(LivedStep step, DateOnly day, Life life, Belief tomorrow, Dial dial)
    {
        var entry = life.Records.WordOf(step.Id, day);
        var before = life.EntryOf(step.Id, day);
        var timer = life.Records.Words.OfType<TimerStart>().FirstOrDefault(timer => timer.StepId == step.Id);
        return new TodayStep(
            step,
            day,
            entry,
            before is { Bars.TargetChance: > 0 } ? before.Bars : life.BarsOf(step, dial, day), // an import knows no promise
            step.Step.Kind == StepKind.Task
                ? default
                : tomorrow.BarsOn(life.Today.AddDays(1), step.Id, step.Version.Limits, dial),
            [.. Enumerable.Range(1 - Days, Days).Select(back => DayMarks.Of(life.EntryOf(step.Id, day.AddDays(back))))],
            day == life.Today,
            life.Entries.Count(e =>
                e.StepId == step.Id && e is { Outcome: Outcome.NotToday, Reason: MissReason.DidNotWant }
            ),
            timer is not null && timer.Day == day && !(entry?.At > timer.At) ? timer.At : null,
            life.Records.IsFree(step, day),
            life.Records.ExperimentOf(step.Id, day) is not null,
            FreeAfter(day, step, life.Records)
        );
    }

    private static string? FreeAfter(DateOnly day, LivedStep step, Records records)
    {
        var settled = records
            .Words.OfType<Experiment>()
            .Where(experiment => experiment.StepId == step.Id && experiment.Last > day)
            .Select(experiment => experiment.Last.DayNumber - day.DayNumber)
            .DefaultIfEmpty()
            .Max();
        var ahead = $"{Digits(1, settled)} {Digits(settled + 1, step.Version.Rhythm.Days)}".TrimStart();
        return ahead.Contains('1', StringComparison.Ordinal) ? ahead : null;

        string Digits(int first, int count) =>
            string.Concat(
                Enumerable.Range(first, count).Select(after => records.IsFree(step, day.AddDays(after)) ? '1' : '0')
            );
    }

    /// <summary>The bars as buttons: equal amounts are one button, which logs the highest of their tiers.</summary>
    public IEnumerable<(Tier Tier, double Amount)> Buttons()
    {
        if (Bars.Floor < Bars.Target)
        {
            yield return (Tier.Floor, Bars.Floor);
        }

        yield return (Tier.Target, Bars.Target);
        if (Bars.Stretch > Bars.Target)
        {
            yield return (Tier.Stretch, Bars.Stretch);
        }
    }
}
