using Cairn.Engine.Capacity;
using Cairn.Engine.Momentum;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>
/// What is known of a person today: the steps, what was said lately, and what is believed on any of these mornings.
/// Four queries, whatever the years behind.
/// </summary>
public sealed class Life
{
    /// <summary>Days before today that may still be filled in; the snapshot stays behind them.</summary>
    public const int RecentDays = 14;

    /// <summary>Days before today that are always loaded: a win is compared with the person's own last four weeks.</summary>
    public const int DaysBehind = 28;

    private readonly Belief start;
    private readonly int stonesAtStart;
    private readonly (DateOnly Day, MomentumStand Stand)? momentumAtStart;
    private readonly bool knowsMomentum;
    private readonly Dictionary<DateOnly, Belief> mornings = [];

    private Life(DateOnly today, Records records, BeliefSnapshot? snapshot, DateOnly? lastWinBefore)
    {
        (Today, Records, SnapshotThrough, LastWinBefore) = (today, records, snapshot?.Through, lastWinBefore);
        (start, stonesAtStart) = (snapshot is null ? Belief.Of() : Belief.Load(snapshot.State), snapshot?.Stones ?? 0);
        momentumAtStart =
            snapshot is not null && MomentumStand.Load(snapshot.Momentum) is { } stand
                ? (snapshot.Through, stand)
                : null;
        knowsMomentum = snapshot is null || momentumAtStart is not null;
    }

    public DateOnly Today { get; }

    public Records Records { get; private set; }

    /// <summary>The last day that the stored snapshot holds, if there is one.</summary>
    public DateOnly? SnapshotThrough { get; }

    /// <summary>The last win before the days that are loaded; only where these hold none before today.</summary>
    public DateOnly? LastWinBefore { get; }

    /// <summary>The steps of today in the person's own order, without those that were put away.</summary>
    public IReadOnlyList<LivedStep> Steps => StepsOn(Today);

    /// <summary>Entries that count (none superseded), of the recent days at least, oldest first.</summary>
    public IReadOnlyList<Entry> Entries => Records.Entries;

    /// <summary>What is believed this morning.</summary>
    public Belief Belief => BeliefOn(Today);

    /// <summary>What is believed with all that was said today so far; a day that is not over has no silence.</summary>
    public Belief BeliefSoFar => Belief.After(EngineFacts.Of(Records, Today).Where(fact => fact.Day == Today), Today);

    /// <summary>
    /// Momentum, with today so far, as <see cref="MomentumStand"/> says; null for some days after a step has got a rhythm
    /// that looks further back than the snapshot does.
    /// </summary>
    /// <param name="except">A win that is left out.</param>
    public double? Momentum(Entry? except = null) =>
        knowsMomentum ? MomentumStand.Line(Records, Today, momentumAtStart, except)?.Now : null;

    /// <summary>Momentum of a goal's own practices, day by day up to today; null where <see cref="Momentum"/> is.</summary>
    public IEnumerable<MomentumDay>? MomentumOf(Guid goal) =>
        knowsMomentum ? MomentumStand.DaysOf(goal, Records, Today, momentumAtStart) : null;

    /// <summary>All that were ever laid.</summary>
    public int Stones => stonesAtStart + Records.Stones.Count(day => SnapshotThrough is null || day > SnapshotThrough);

    public IReadOnlyList<LivedStep> StepsOn(DateOnly day) =>
        [.. Records.StepsOn(day).OrderBy(step => step.Step.Position).ThenBy(step => step.Id)];

    public Bars BarsOf(LivedStep step, Dial dial) => BarsOf(step, dial, Today);

    /// <summary>What is offered on a day; a task has one size, with the chance that it gets done.</summary>
    public Bars BarsOf(LivedStep step, Dial dial, DateOnly day)
    {
        var (belief, feel) = (BeliefOn(day), Records.FeelOn(day));
        if (step.Step.Kind == StepKind.Moment)
        {
            return new Bars(1, 1, 1, 0, 0, 0);
        }

        if (step.Step.Kind == StepKind.Task)
        {
            var chance = belief.ChanceOn(day, EngineFacts.AreaId(step.AreaOn(day)), step.Version.Stated, feel);
            return new Bars(step.Version.Stated, step.Version.Stated, step.Version.Stated, chance, chance, chance);
        }

        return belief.BarsOn(day, step.Id, step.Version.Limits, dial, feel);
    }

    /// <inheritdoc cref="Records.EntryOf"/>
    public Entry? EntryOf(Guid step, DateOnly day) => Records.EntryOf(step, day);

    /// <summary>The belief at the end of the day before; the day is later than the snapshot.</summary>
    public Belief BeliefOn(DateOnly day)
    {
        if (!mornings.TryGetValue(day, out var belief))
        {
            mornings[day] = belief = Records.Live(start, SnapshotThrough, day.AddDays(-1));
        }

        return belief;
    }

    /// <summary>The same days with other records, of which those about <paramref name="day"/> or later differ.</summary>
    public void Learn(Records records, DateOnly day)
    {
        Records = records;
        foreach (var later in mornings.Keys.Where(morning => morning > day).ToList())
        {
            mornings.Remove(later);
        }
    }

    /// <param name="db">The store.</param>
    /// <param name="person">Whose life.</param>
    /// <param name="today">Their day.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="oldest">The earliest day whose bars may be asked; <see cref="RecentDays"/> before today if left out.</param>
    public static async Task<Life> Read(
        CairnDb db,
        Guid person,
        DateOnly today,
        CancellationToken cancel,
        DateOnly? oldest = null
    )
    {
        var first = oldest < today.AddDays(-RecentDays) ? oldest.Value : today.AddDays(-RecentDays);
        var behind = today.AddDays(-DaysBehind);
        var stored = await db
            .Beliefs.AsNoTracking()
            .Where(snapshot => snapshot.PersonId == person && snapshot.Through < first)
            .Select(snapshot => new
            {
                Snapshot = snapshot,
                Since = snapshot.Through < behind ? snapshot.Through : behind,
                LastWin = db
                    .Entries.Where(entry => entry.PersonId == person && entry.SupersededBy == null)
                    .Where(entry => entry.Outcome == Outcome.Won)
                    .Where(entry => entry.Day < (snapshot.Through < behind ? snapshot.Through : behind))
                    .OrderByDescending(entry => entry.Day)
                    .Select(entry => (DateOnly?)entry.Day)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);
        var records = await Records.Read(db, person, stored?.Since, cancel);
        var wasHere = records.Entries.Any(entry => entry.IsWin && entry.Day < today);
        return new Life(today, records, stored?.Snapshot, wasHere ? null : stored?.LastWin);
    }
}
