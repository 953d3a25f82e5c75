using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Today.Actions;

/// <summary>What is said about a step.</summary>
public sealed partial class Writing
{
    private ActionResult Won(Said said, LivedStep step, Win win)
    {
        var bars = BarsOf(said, step, win.Bars);
        var tier = win.Amount is { } amount ? bars.TierOf(amount) : win.Tier;
        return Put(
            said,
            tier is null
                ? Entry(said, step, Outcome.NotToday, bars, amount: win.Amount, thatWasAll: win.ThatWasAll)
                : Entry(said, step, Outcome.Won, bars, tier, win.Amount, win.ThatWasAll)
        );
    }

    /// <summary>"Not today" that reaches the floor all the same is a win, and all there was.</summary>
    private Entry NotToday(Said said, LivedStep step, NotToday not)
    {
        var bars = BarsOf(said, step, not.Bars);
        return step.Step.Kind == StepKind.Practice && not.Amount is { } amount && bars.TierOf(amount) is { } tier
            ? Entry(said, step, Outcome.Won, bars, tier, amount, thatWasAll: true)
            : Entry(said, step, Outcome.NotToday, bars, amount: not.Amount, reason: not.Reason);
    }

    /// <summary>A task is done once, on one day.</summary>
    private ActionResult Finish(Said said, LivedStep step) =>
        entries.Find(entry => entry.StepId == step.Id && entry.IsWin && entry.Day != said.Day) is { } before
            ? Known(said, before.Id)
            : Put(said, Entry(said, step, Outcome.Won, tier: Tier.Target));

    private ActionResult Undo(Said said, Guid id)
    {
        if (wordsById.TryGetValue(id, out var word))
        {
            return Undo(said, word);
        }

        if (!entriesById.TryGetValue(id, out var taken))
        {
            return new ActionResult(said.Action.Id, ActionState.NotHere, Why: ActionWords.NotHere);
        }

        if (!taken.IsWord || (taken.Kind == StepKind.Moment && taken.SupersededBy is not null))
        {
            return Known(said);
        }

        // It is about that entry, so it is later, whatever the clocks of two devices say.
        var after = taken.At.AddMilliseconds(1);
        var at = said.IsNow || said.At > after ? said.At : after;
        var nothing = new Entry
        {
            PersonId = me.Id,
            Id = said.Action.Id,
            StepId = taken.StepId,
            Kind = taken.Kind,
            Day = taken.Day,
            Zone = taken.Zone,
            At = at,
            Outcome = Outcome.TakenBack,
            Bars = taken.Bars,
            Truth = taken.Truth,
        };
        if (taken.Kind != StepKind.Moment)
        {
            return Put(said with { At = at, Day = taken.Day }, nothing);
        }

        Supersede(taken, nothing.Id);
        Add(nothing);
        return Saved(said);
    }

    private ActionResult Shrink(Said said, LivedStep step)
    {
        var version = step.Version;
        if (step.Step.Kind == StepKind.Task)
        {
            var half = Amounts.Halve(version.Stated, version.Scale);
            return half < version.Stated
                ? Change(said, step, version with { Stated = half })
                : Refuse(said, ActionWords.AsSmallAsItGets);
        }

        var bars = life.BarsOf(step, me.Person.Dial, said.Day);
        var (target, floor) = (Amounts.Halve(bars.Target, version.Scale), Amounts.Halve(bars.Floor, version.Scale));
        return target >= bars.Target ? Refuse(said, ActionWords.AsSmallAsItGets)
            : version.Pinned is not null ? Change(said, step, version with { Pinned = target })
            : Change(
                said,
                step,
                version with
                {
                    Enough = target,
                    WorstDay = floor < version.WorstDay ? floor : version.WorstDay ?? floor,
                }
            );
    }

    private ActionResult Grow(Said said, LivedStep step) =>
        step.Version.Enough is null ? Known(said) : Change(said, step, step.Version with { Enough = null });

    private ActionResult Change(Said said, LivedStep step, StepVersion version)
    {
        var next = version with
        {
            Number = versions.Where(v => v.Id == step.Id).Max(v => v.Version.Number) + 1,
            From = said.Day,
            Written = said.At,
            Action = said.Action.Id,
        };
        versions.Add(step with { Version = next });
        known.Add(said.Action.Id);
        db.StepVersions.Add(next);
        Changed(said.Day);
        return Saved(said);
    }

    /// <summary>The bars that were on the screen of a day: those of its first entry, else what is offered.</summary>
    private Bars BarsOf(Said said, LivedStep step, IReadOnlyList<double>? shown)
    {
        var records = Records;
        if (records.EntryOf(step.Id, said.Day) is { Bars: { TargetChance: > 0 } bars })
        {
            return bars;
        }

        if (shown is null || step.Step.Kind != StepKind.Practice || step.Version.Pinned is not null)
        {
            return life.BarsOf(step, me.Person.Dial, said.Day);
        }

        // Seen without a network, perhaps from a page of days ago: the amounts are what they were, the chances ours.
        var seen = new Limits(null, null, new Bars(shown[0], shown[1], shown[2], 0, 0, 0));
        return life.BeliefOn(said.Day).BarsOn(said.Day, step.Id, seen, me.Person.Dial, records.FeelOn(said.Day));
    }

    private Entry Entry(
        Said said,
        LivedStep step,
        Outcome outcome,
        Bars? bars = null,
        Tier? tier = null,
        double? amount = null,
        bool thatWasAll = false,
        MissReason reason = MissReason.None
    ) =>
        new()
        {
            PersonId = me.Id,
            Id = said.Action.Id,
            StepId = step.Id,
            Kind = step.Step.Kind,
            Day = said.Day,
            Zone = me.Person.Zone,
            At = said.At,
            Outcome = outcome,
            Tier = tier,
            Amount = amount,
            ThatWasAll = thatWasAll,
            Reason = reason,
            Bars = bars ?? BarsOf(said, step, null),
        };

    /// <summary>Of one step and day the word that was said last counts; the others are kept behind it.</summary>
    private ActionResult Put(Said said, Entry entry)
    {
        var counting = entry.Kind == StepKind.Moment ? null : Records.EntryOf(entry.StepId, entry.Day);
        if (counting is not null && said.IsNow && SaysTheSame(counting, entry) && entry.At - counting.At < Tremble)
        {
            return Known(said, counting.Id);
        }

        if (counting is not null && IsLater(said, counting.At, counting.Id))
        {
            entry.Truth = counting.Truth;
            entry.Note = entry.IsWord ? counting.Note : null;
            Supersede(counting, entry.Id);
        }
        else
        {
            entry.SupersededBy = counting?.Id;
        }

        Add(entry);
        return Saved(said, entry.SupersededBy);
    }

    /// <summary>
    /// Chooses the one true thing that Today says of a win. Of a list that comes from an outbox only the last win is
    /// answered: nobody looked at the page in between.
    /// </summary>
    private void AnswerTheLastWin()
    {
        if (me.Person.Celebration == Celebration.Off)
        {
            return;
        }

        var win = Records
            .Entries.Where(entry => added.Contains(entry.Id) && entry.IsWin && entry.Day == me.Today)
            .MaxBy(entry => entry.At);
        var noticed = Records
            .Words.OfType<NoticedWin>()
            .Where(word => added.Contains(word.Id) && word.Day == me.Today)
            .MaxBy(word => word.At);
        if (noticed is not null && !(win?.At > noticed.At))
        {
            noticed.Truth = Truths.Choose(noticed, life, me.Person);
        }
        else if (win is not null)
        {
            win.Truth = Truths.Choose(win, life, me.Person);
        }
    }

    private void Supersede(Entry before, Guid by)
    {
        before.SupersededBy = by;
        entries.RemoveAll(entry => entry.Id == before.Id);
        if (db.Entry(before).State == Microsoft.EntityFrameworkCore.EntityState.Detached)
        {
            supersededEntries.Add((before.Id, by));
        }
    }

    private void Add(Entry entry)
    {
        db.Entries.Add(entry);
        added.Add(entry.Id);
        entriesById[entry.Id] = entry;
        known.Add(entry.Id);
        if (entry.SupersededBy is null)
        {
            entries.Add(entry);
        }

        if (entry.Kind == StepKind.Task)
        {
            answeredTasks.Add(entry.StepId);
        }

        Changed(entry.Day);
    }

    private static bool SaysTheSame(Entry a, Entry b) =>
        a.Outcome == b.Outcome
        && a.Tier == b.Tier
        && Nullable.Equals(a.Amount, b.Amount)
        && a.ThatWasAll == b.ThatWasAll
        && a.Reason == b.Reason;
}
