using Cairn.Data;
using Cairn.Engine.Effects;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Insights;

/// <summary>A test by coin, and what can be said of it today.</summary>
/// <param name="Experiment">As it stands.</param>
/// <param name="Name">Of its step, as it is called now.</param>
/// <param name="Today">The person's day.</param>
/// <param name="Days">The days of it that are over, oldest first.</param>
/// <param name="Verdict">What the last look said; null before the first one, and where too few evenings were rated.</param>
public sealed record ExperimentView(
    Experiment Experiment,
    string Name,
    DateOnly Today,
    IReadOnlyList<CoinDay> Days,
    Verdict? Verdict
)
{
    /// <summary>After so many days there is something to be said; never in between.</summary>
    public static readonly IReadOnlyList<int> Looks = [28, 56, CoinPlan.Days];

    public bool IsOver => Experiment.Last < Today;

    public bool HasBegun => Experiment.Day <= Today;

    /// <summary>It was ended by the person, before its last look.</summary>
    public bool WasStopped => Experiment.Last < Experiment.Day.AddDays(CoinPlan.Days - 1);

    /// <summary>The first day is 1.</summary>
    public int DayNumber => Today.DayNumber - Experiment.Day.DayNumber + 1;

    /// <summary>With the step today, or without; null when no coin settles the day.</summary>
    public bool? Asks => Experiment.Asks(Experiment.StepId!.Value, Today);

    /// <summary>A difference was clear at a look; what comes after changes nothing.</summary>
    public bool IsSettled => Verdict is { Outcome: Engine.Effects.Outcome.Difference };

    /// <summary>The look that comes next; null after the last.</summary>
    public int? NextLook =>
        Looks.Where(look => look > Today.DayNumber - Experiment.Day.DayNumber).Cast<int?>().FirstOrDefault();

    public int Rated => Days.Count(day => day.Evening is not null);

    /// <summary>Days that went as the coin said; the others count all the same.</summary>
    public int Followed => Days.Count(day => day.Done == day.Asked);

    public string Path => $"/insights/experiments/{Experiment.Id}";

    /// <summary>The newest first; one that was ended before its first day is none.</summary>
    public static IReadOnlyList<ExperimentView> Of(Records records, Diary diary, DateOnly today) =>
        [
            .. records
                .Words.OfType<Experiment>()
                .Where(experiment =>
                    experiment.Day <= experiment.Last && records.StepOf(experiment.StepId!.Value) is not null
                )
                .OrderByDescending(experiment => experiment.Day)
                .Select(experiment => Of(experiment, records, diary, today)),
        ];

    /// <returns>Null if this person has no such experiment. What took its place is shown for it.</returns>
    public static async Task<ExperimentView?> Read(CairnDb db, Me me, Guid id, CancellationToken cancel)
    {
        var words = await db
            .DayWords.AsNoTracking()
            .OfType<Experiment>()
            .Where(word => word.PersonId == me.Id)
            .ToDictionaryAsync(word => word.Id, cancel);
        while (words.TryGetValue(id, out var known) && known.SupersededBy is { } next)
        {
            id = next;
        }

        if (!words.TryGetValue(id, out var experiment) || experiment.Day > experiment.Last)
        {
            return null;
        }

        var records = await Records.Read(db, me.Id, experiment.Day.AddDays(-1), cancel);
        return records.StepOf(experiment.StepId!.Value) is null
            ? null
            : Of(experiment, records, new Diary(records, me.Person), me.Today);
    }

    private static ExperimentView Of(Experiment experiment, Records records, Diary diary, DateOnly today)
    {
        var step = experiment.StepId!.Value;
        var morning = today <= experiment.Last ? today : experiment.Last.AddDays(1);
        var days = Enumerable
            .Range(0, Math.Max(0, morning.DayNumber - experiment.Day.DayNumber))
            .Select(experiment.Day.AddDays)
            .Select(day => new CoinDay(
                day,
                experiment.Plan.Asks(day) == true,
                diary.IsDone(step, day),
                diary.EveningSoon(day)
            ));
        return new ExperimentView(
            experiment,
            records.StepOf(step)!.Version.Name,
            today,
            [.. days],
            Trial.On(morning, diary.Read(experiment), experiment.Plan)
        );
    }
}

/// <summary>A day of an experiment.</summary>
/// <param name="Day">The day.</param>
/// <param name="Asked">The coin said to do it.</param>
/// <param name="Done">Whether it was done, as far as that is known.</param>
/// <param name="Evening">The evening's rating.</param>
public sealed record CoinDay(DateOnly Day, bool Asked, bool? Done, int? Evening);
