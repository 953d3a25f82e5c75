using System.Text.Json;
using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;

namespace Cairn.Data;

/// <summary>
/// A person's momentum at the end of a day, with what is needed to go on from there without the years before: of each
/// practice the last days that "so many times in some days" looks back to. Derived, as the belief is.
/// </summary>
/// <param name="Value">Momentum of all practices, 0 to 100.</param>
/// <param name="Reaches">By step; of those that had begun.</param>
/// <param name="Goals">By goal; of those with a practice that had begun.</param>
public sealed record MomentumStand(
    double Value,
    IReadOnlyDictionary<Guid, Reach> Reaches,
    IReadOnlyDictionary<Guid, GoalStand> Goals
)
{
    /// <summary>Two ways of adding up the same days differ by less.</summary>
    private const double Rounding = 1e-6;

    /// <summary>The stand at the end of a day that is over.</summary>
    /// <param name="records">What was said about the days after <paramref name="since"/>, or about all.</param>
    /// <param name="through">The day.</param>
    /// <param name="since">An earlier day to go on from, and its stand; null to begin at the beginning.</param>
    /// <returns>Null where the earlier stand does not say enough: then begin at the beginning.</returns>
    public static MomentumStand? At(Records records, DateOnly through, (DateOnly Day, MomentumStand Stand)? since)
    {
        // Seen from the day after, so that it is over.
        if (Line(records, through.AddDays(1), since) is not { } line)
        {
            return null;
        }

        // Those that were put away as well: they may be taken up again.
        var reaches = Practices(records)
            .Select(step => records.StepOn(step, through))
            .OfType<LivedStep>()
            .OrderBy(step => step.Id)
            .ToDictionary(
                step => step.Id,
                step => Reach.Of(HistoryOf(records, step.Id, since), through, step.Version.Rhythm)
            );
        var goals = Practices(records)
            .Where(step => records.FirstDayOf(step) <= through)
            .Select(step => records.StepOf(step)!.Step.GoalId)
            .Distinct()
            .Order()
            .Select(goal => (Id: goal, Stand: GoalStand.Of(StoodOn(goal))))
            .Where(goal => goal.Stand.Days.Count > 0)
            .ToDictionary(goal => goal.Id, goal => goal.Stand);
        return new MomentumStand(line.On(through), reaches, goals);

        // The line of everything said enough, so that of a part does.
        List<MomentumDay> StoodOn(Guid goal) =>
            [.. DaysOf(goal, records, through.AddDays(1), since)!.Where(day => day.Day <= through)];
    }

    /// <summary>Momentum of a goal's own practices on the days that are known, the last one today.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="records">What was said about the days after <paramref name="since"/>, or about all.</param>
    /// <param name="today">The person's day.</param>
    /// <param name="since">An earlier day to go on from, and its stand; null to begin at the beginning.</param>
    /// <returns>Null where the earlier stand does not say enough.</returns>
    public static IEnumerable<MomentumDay>? DaysOf(
        Guid goal,
        Records records,
        DateOnly today,
        (DateOnly Day, MomentumStand Stand)? since
    )
    {
        var practices = Practices(records).Where(step => records.StepOf(step)!.Step.GoalId == goal).ToList();
        if (since is not { } known || !known.Stand.Goals.TryGetValue(goal, out var stand))
        {
            // Not in the stand: it began after that, and all of it is at hand.
            return MomentumLine.Of(practices.Select(step => Histories.Of(records, step)), today).Days;
        }

        return Line(practices, records, today, (known.Day, known.Stand, stand.Value)) is { } line
            ? stand.Until(known.Day).Concat(line.Days)
            : null;
    }

    /// <summary>Momentum of all practices, day by day.</summary>
    /// <param name="records">What was said about the days after <paramref name="since"/>, or about all.</param>
    /// <param name="today">The person's day.</param>
    /// <param name="since">An earlier day to go on from, and its stand; null to begin at the beginning.</param>
    /// <param name="except">A win that is left out.</param>
    /// <returns>Null where the earlier stand does not say enough.</returns>
    public static MomentumLine? Line(
        Records records,
        DateOnly today,
        (DateOnly Day, MomentumStand Stand)? since,
        Entry? except = null
    ) =>
        Line(
            Practices(records),
            records,
            today,
            since is { } known ? (known.Day, known.Stand, known.Stand.Value) : null,
            except
        );

    private static MomentumLine? Line(
        IEnumerable<Guid> practices,
        Records records,
        DateOnly today,
        (DateOnly Day, MomentumStand Stand, double Value)? since,
        Entry? except = null
    )
    {
        if (since is not { } known)
        {
            return MomentumLine.Of(practices.Select(HistoryWithout), today);
        }

        var open = practices
            .Select(step => (Step: step, Rhythms: RhythmsAfter(records, step, known.Day)))
            .Where(step => step.Rhythms.Count > 0)
            .ToList();
        return open.TrueForAll(step => known.Stand.SaysEnoughOf(records, step.Step, step.Rhythms, known.Day))
            ? MomentumLine.Continue(
                open.Select(step => HistoryWithout(step.Step)),
                today,
                new MomentumDay(known.Day, known.Value, Change: 0, Counts: true, IsOff: false)
            )
            : null;

        StepHistory HistoryWithout(Guid step)
        {
            var history = HistoryOf(records, step, since is null ? null : (since.Value.Day, since.Value.Stand));
            return step == except?.StepId ? history with { Wins = history.Wins.Remove(except.Day) } : history;
        }
    }

    public string Save() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <returns>Null for what cannot be read: it is derived, and will be worked out anew.</returns>
    public static MomentumStand? Load(string? saved)
    {
        try
        {
            return saved is null ? null
                : JsonSerializer.Deserialize<MomentumStand>(saved, JsonSerializerOptions.Web)
                    is { Reaches: not null, Goals: not null } stand
                    ? stand
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>They say the same, whichever way the days were added up.</summary>
    public bool SaysTheSame(MomentumStand other) =>
        Math.Abs(Value - other.Value) < Rounding
        && Goals.Count == other.Goals.Count
        && Goals.All(goal => other.Goals.TryGetValue(goal.Key, out var same) && goal.Value.SaysTheSame(same))
        && string.Equals(Reached(this), Reached(other), StringComparison.Ordinal);

    private static string Reached(MomentumStand stand) =>
        JsonSerializer.Serialize(stand.Reaches, JsonSerializerOptions.Web);

    private static IEnumerable<Guid> Practices(Records records) =>
        records
            .Versions.Where(version => version.Step.Kind == StepKind.Practice)
            .Select(version => version.Id)
            .Distinct();

    /// <summary>The rhythms of a step that hold on days after a day; none once it is put away.</summary>
    private static List<Rhythm> RhythmsAfter(Records records, Guid step, DateOnly day)
    {
        var inForce = records.StepOn(step, day)?.Version;
        return
        [
            .. records
                .Versions.Where(version => version.Id == step && !version.Version.Archived)
                .Where(version => version.Version.From > day || version.Version == inForce)
                .Select(version => version.Version.Rhythm),
        ];
    }

    private bool SaysEnoughOf(Records records, Guid step, List<Rhythm> rhythms, DateOnly day) =>
        records.FirstDayOf(step) > day
        || rhythms.Max(Reach.PlacesOf) <= (Reaches.TryGetValue(step, out var reach) ? reach.Places : 0);

    /// <summary>What the stand remembers of the days before it is part of the history.</summary>
    private static StepHistory HistoryOf(Records records, Guid step, (DateOnly Day, MomentumStand Stand)? since)
    {
        if (since is not { } known || !known.Stand.Reaches.TryGetValue(step, out var reach))
        {
            return Histories.Of(records, step);
        }

        var history = Histories.Of(records, step, reach.Off.Select(ago => known.Day.AddDays(-ago)));
        return history with { Wins = history.Wins.Union(reach.Wins.Select(ago => known.Day.AddDays(-ago))) };
    }
}
