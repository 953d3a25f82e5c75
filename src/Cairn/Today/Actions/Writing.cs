using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Today.Actions;

/// <summary>One transaction in the making: what counts so far, and what is to be written. To be used inside a write.</summary>
public sealed partial class Writing
{
    /// <summary>The same tap again within this time is a finger that trembled.</summary>
    private static readonly TimeSpan Tremble = TimeSpan.FromMinutes(1);

    private readonly CairnDb db;
    private readonly Me me;
    private readonly Life life;
    private readonly HashSet<Guid> known;
    private readonly Dictionary<Guid, Entry> entriesById;
    private readonly Dictionary<Guid, DayWord> wordsById;
    private readonly List<Entry> entries;
    private readonly List<DayWord> words;
    private readonly List<LivedStep> versions;
    private readonly List<(Guid Entry, Guid By)> supersededEntries = [];
    private readonly List<(Guid Word, Guid By)> supersededWords = [];
    private readonly TimeSpan ahead;
    private readonly HashSet<Guid> added = [];
    private readonly HashSet<Guid> answeredTasks = [];
    private DateOnly? changed;
    private DateOnly? learned;

    private Writing(
        CairnDb db,
        Me me,
        Life life,
        IEnumerable<Entry> named,
        IEnumerable<DayWord> namedWords,
        TimeSpan ahead
    )
    {
        (this.db, this.me, this.life, this.ahead) = (db, me, life, ahead);
        entries = [.. life.Records.Entries];
        words = [.. life.Records.Words];
        versions = [.. life.Records.Versions];
        entriesById = named.Concat(entries).DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id);
        wordsById = namedWords.Concat(words).DistinctBy(word => word.Id).ToDictionary(word => word.Id);
        known =
        [
            .. entriesById.Keys,
            .. wordsById.Keys,
            .. versions.Select(version => version.Version.Action).OfType<Guid>(),
        ];
    }

    public static async Task<Writing> Begin(
        CairnDb db,
        Me me,
        IReadOnlyList<DayAction> actions,
        CancellationToken cancel
    )
    {
        var ids = actions
            .Select(action => action.Id)
            .Concat(actions.OfType<TakeBack>().Select(action => action.Entry))
            .ToHashSet();
        var named = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == me.Id && ids.Contains(entry.Id))
            .ToListAsync(cancel);
        var namedWords = await db
            .DayWords.AsNoTracking()
            .Where(word => word.PersonId == me.Id && ids.Contains(word.Id))
            .ToListAsync(cancel);
        var days = actions
            .Select(action => action.Day ?? me.Person.DayOf(action.At ?? me.Now))
            .Concat(named.Select(entry => entry.Day));
        var lived = await Life.Read(db, me.Id, me.Today, cancel, days.Append(me.Today).Min());
        return new Writing(db, me, lived, named, namedWords, AheadOf(me.Now, actions));
    }

    public ActionResult Take(DayAction action)
    {
        if (known.Contains(action.Id))
        {
            return new ActionResult(action.Id, ActionState.Known, action.Id);
        }

        // A day may be filled in for two weeks, counted from the tap; no tap is later than now.
        var tapped = me.Person.DayOf(action.At < me.Now ? action.At.Value : me.Now);
        var at = action.At is { } told ? told.ToUniversalTime() - ahead : me.Now;
        var said = new Said(action, at, action.Day ?? tapped);
        return (ActionRules.Broken(action) ?? ActionRules.Broken(said.Day, tapped)) is { } why
            ? Refuse(said, why)
            : Take(said);
    }

    public async Task Save(CancellationToken cancel)
    {
        AnswerTheLastWin();
        foreach (var (entry, by) in supersededEntries)
        {
            await db
                .Entries.Where(e => e.PersonId == me.Id && e.Id == entry)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.SupersededBy, by), cancel);
        }

        foreach (var (word, by) in supersededWords)
        {
            await db
                .DayWords.Where(w => w.PersonId == me.Id && w.Id == word)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.SupersededBy, by), cancel);
        }

        if (changed is { } day)
        {
            await Snapshots.Keep(db, me.Id, life, day, cancel);
        }

        foreach (var task in answeredTasks.Select(Records.StepOf).OfType<LivedStep>().DistinctBy(t => t.Step.GoalId))
        {
            await db.SaveChangesAsync(cancel);
            await NextTask.Settle(
                db,
                me.Id,
                task.Step.GoalId,
                me.Today,
                me.Now,
                task.Version.Unit,
                removed: [],
                cancel
            );
        }
    }

    /// <summary>By how much a device's clock is ahead: all that it sends is set back by it, so that what was tapped last stays last.</summary>
    private static TimeSpan AheadOf(DateTimeOffset now, IReadOnlyList<DayAction> actions) =>
        actions.Max(action => action.At) is { } last && last > now ? last - now : TimeSpan.Zero;

    private ActionResult Take(Said said) =>
        said.Action switch
        {
            Win win => OfPractice(said, win.Step, step => Won(said, step, win)),
            NotToday not => OfStep(said, not.Step, step => Put(said, NotToday(said, step, not))),
            Done done => OfTask(said, done.Step, step => Finish(said, step)),
            Moment moment => OfMoment(said, moment.Step, step => Put(said, Entry(said, step, Outcome.Won))),
            Rest { Step: { } id } => OfStep(said, id, step => Put(said, Entry(said, step, Outcome.Rest))),
            Reserve { Step: { } id } => OfStep(said, id, step => UseReserve(said, step)),
            Smaller smaller => OfStep(said, smaller.Step, step => Shrink(said, step)),
            LetGrow grow => OfPractice(said, grow.Step, step => Grow(said, step)),
            NotNow not => OfStep(said, not.Step, step => SetAside(said, step)),
            StartTimer timer => OfPractice(said, timer.Step, step => Start(said, step)),
            TakeBack back => Undo(said, back.Entry),
            Rest => TakeDayOff(said, reserve: false),
            Reserve => UseReserve(said, null),
            Feel feel => Report(said, feel.Is),
            Noticed noticed => Notice(said, noticed.Text),
            AnswerCheckIn answered => CheckIn(said, answered.Answers),
            PauseFrom pause => Stop(said, pause),
            Resume resume => GoOn(said, resume),
            _ => throw new InvalidOperationException($"No way to take {said.Action.GetType().Name}"),
        };

    private ActionResult OfPractice(Said said, Guid id, Func<LivedStep, ActionResult> take) =>
        OfStep(
            said,
            id,
            step => step.Step.Kind == StepKind.Practice ? take(step) : Refuse(said, ActionWords.NotAPractice)
        );

    private ActionResult OfTask(Said said, Guid id, Func<LivedStep, ActionResult> take) =>
        Find(said, id, step => step.Step.Kind == StepKind.Task ? take(step) : Refuse(said, ActionWords.NotATask));

    private ActionResult OfMoment(Said said, Guid id, Func<LivedStep, ActionResult> take) =>
        Find(said, id, step => step.Step.Kind == StepKind.Moment ? take(step) : Refuse(said, ActionWords.NotAMoment));

    /// <summary>A step with a day's answer: not a moment.</summary>
    private ActionResult OfStep(Said said, Guid id, Func<LivedStep, ActionResult> take) =>
        Find(said, id, step => step.Step.Kind != StepKind.Moment ? take(step) : Refuse(said, ActionWords.OnlyCounted));

    private ActionResult Find(Said said, Guid id, Func<LivedStep, ActionResult> take) =>
        Records.StepOn(id, said.Day) is { } step ? take(step)
        : Records.StepOf(id) is not null ? Refuse(said, ActionWords.NotBegunYet)
        : new ActionResult(said.Action.Id, ActionState.NotHere, Why: ActionWords.NotHere);

    /// <summary>What counts now, with all that was taken so far.</summary>
    private Records Records
    {
        get
        {
            if (learned is { } day)
            {
                life.Learn(
                    new Records(versions, life.Records.Rulers, [.. entries], [.. words], life.Records.Since),
                    day
                );
                learned = null;
            }

            return life.Records;
        }
    }

    private void Changed(DateOnly day)
    {
        changed = day < changed ? day : changed ?? day;
        learned = day < learned ? day : learned ?? day;
    }

    private static bool IsLater(Said said, DateTimeOffset at, Guid id) =>
        said.At > at || (said.At == at && (said.IsNow || said.Action.Id.CompareTo(id) > 0));

    private static ActionResult Refuse(Said said, string why) => new(said.Action.Id, ActionState.Refused, Why: why);

    private static ActionResult Saved(Said said, Guid? counts = null) =>
        new(said.Action.Id, ActionState.Saved, counts ?? said.Action.Id);

    private static ActionResult Known(Said said, Guid? counts = null) => new(said.Action.Id, ActionState.Known, counts);

    /// <summary>An action with its instant and its day settled.</summary>
    private sealed record Said(DayAction Action, DateTimeOffset At, DateOnly Day)
    {
        /// <summary>The action came without an instant of its own.</summary>
        public bool IsNow => Action.At is null;
    }
}
