using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Today;

/// <summary>What Today shows: read in a handful of queries, however many years lie behind.</summary>
public sealed record TodayView
{
    private const int DaysInPicture = 7;

    public required DateOnly Day { get; init; }
    public required IReadOnlyList<TodayStep> Steps { get; init; }

    /// <summary>The last days, oldest first; the last pile is today's.</summary>
    public required IReadOnlyList<Pile> Piles { get; init; }

    /// <summary>The one true sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The entry that was just written, if this page answers a tap.</summary>
    public Guid? Landed { get; init; }

    /// <summary>The first step that nothing was said about today; marked, never moved.</summary>
    public Guid? NextStep => Steps.FirstOrDefault(step => step.Entry is null)?.Id;

    /// <param name="landed">The entry that a tap has just written.</param>
    /// <param name="justBegun">True when the person comes from the last question of a new step.</param>
    public static async Task<TodayView> Read(CairnDb db, Me me, Guid? landed, bool justBegun, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        var tomorrow = Tomorrow(life, me.Today);
        var steps = life
            .Steps.Where(step => step.Step.Kind == StepKind.Practice)
            .Select(step => TodayStep.Of(step, life, tomorrow, me.Person.Dial))
            .ToList();
        var answered = steps.Find(step => step.Entry is { IsWin: true } entry && entry.Id == landed);
        return new TodayView
        {
            Day = me.Today,
            Steps = steps,
            Piles = [.. LastDays(me.Today).Select(day => PileOf(day, life))],
            Landed = answered?.Entry?.Id,
            Sentence = answered is null
                ? Sentences.OfTheDay(steps, life, justBegun)
                : Sentences.OfAWin(answered, life, life.Stones),
        };
    }

    /// <summary>The belief as it will be tomorrow if nothing more is said today.</summary>
    private static Belief Tomorrow(Life life, DateOnly today) =>
        life.Belief.After(EngineFacts.Of(life.Records, today).Where(fact => fact.Day == today), today);

    private static IEnumerable<DateOnly> LastDays(DateOnly today) =>
        Enumerable.Range(1 - DaysInPicture, DaysInPicture).Select(today.AddDays);

    private static Pile PileOf(DateOnly day, Life life) =>
        new(
            day,
            [
                .. life
                    .Entries.Where(entry => entry.Day == day && entry.IsWin)
                    .Join(life.Steps, entry => entry.StepId, step => step.Id, StoneOf),
            ]
        );

    private static Stone StoneOf(Entry entry, LivedStep step) =>
        new(entry.Id, step.Area, (int)(entry.Tier ?? Tier.Floor), StoneKind.Practice, step.Version.Name);
}
