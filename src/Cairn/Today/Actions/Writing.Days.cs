using Cairn.Data;
using Cairn.Engine.Capacity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Today.Actions;

/// <summary>What is said about a day, or about days.</summary>
public sealed partial class Writing
{
    private const int ReserveDaysAWeek = 2;

    private ActionResult Report(Said said, DayFeel feel) =>
        Put(
            said,
            words.OfType<DayReport>().FirstOrDefault(report => report.Day == said.Day),
            report => report.Feel == feel,
            new DayReport
            {
                PersonId = me.Id,
                Id = said.Action.Id,
                Day = said.Day,
                Zone = me.Person.Zone,
                At = said.At,
                Feel = feel,
            }
        );

    private ActionResult TakeDayOff(Said said, bool reserve) =>
        Put(
            said,
            words.OfType<DayOff>().FirstOrDefault(off => off.Day == said.Day),
            off => off.Reserve == reserve,
            new DayOff
            {
                PersonId = me.Id,
                Id = said.Action.Id,
                Day = said.Day,
                Zone = me.Person.Zone,
                At = said.At,
                Reserve = reserve,
            }
        );

    /// <summary>Of a week, Monday to Sunday, two days.</summary>
    private ActionResult UseReserve(Said said, LivedStep? step)
    {
        var used = Records.ReservesInWeekOf(said.Day, except: said.Day);
        return used >= ReserveDaysAWeek ? Refuse(said, ActionWords.ReservesUsed)
            : step is null ? TakeDayOff(said, reserve: true)
            : Put(said, Entry(said, step, Outcome.Reserve));
    }

    private ActionResult Notice(Said said, string text)
    {
        Add(
            new NoticedWin
            {
                PersonId = me.Id,
                Id = said.Action.Id,
                Day = said.Day,
                Zone = me.Person.Zone,
                At = said.At,
                Text = text.Trim(),
            }
        );
        return Saved(said);
    }

    private ActionResult CheckIn(Said said, IReadOnlyDictionary<string, Answer> answers)
    {
        Add(
            new CheckIn
            {
                PersonId = me.Id,
                Id = said.Action.Id,
                Day = said.Day,
                Zone = me.Person.Zone,
                At = said.At,
                Answers = answers,
            }
        );
        return Saved(said);
    }

    /// <summary>Once a day is enough, whatever was offered.</summary>
    private ActionResult SetAside(Said said, LivedStep step)
    {
        if (words.OfType<OfferAnswered>().Any(answered => answered.Day == said.Day))
        {
            return Known(said);
        }

        Add(
            new OfferAnswered
            {
                PersonId = me.Id,
                Id = said.Action.Id,
                Day = said.Day,
                Zone = me.Person.Zone,
                At = said.At,
                StepId = step.Id,
            }
        );
        return new ActionResult(said.Action.Id, ActionState.Saved); // the page has nothing to answer
    }

    private ActionResult Start(Said said, LivedStep step) =>
        Put(
            said,
            words.OfType<TimerStart>().FirstOrDefault(timer => timer.StepId == step.Id),
            _ => false,
            new TimerStart
            {
                PersonId = me.Id,
                Id = said.Action.Id,
                Day = said.Day,
                Zone = me.Person.Zone,
                At = said.At,
                StepId = step.Id,
            }
        );

    private ActionResult Stop(Said said, PauseFrom pause)
    {
        if (!IsHere(pause.Step, pause.Goal))
        {
            return new ActionResult(said.Action.Id, ActionState.NotHere, Why: ActionWords.NotHere);
        }

        if (pause.Until < said.Day)
        {
            return Refuse(said, ActionWords.PauseEndsBefore);
        }

        // "Go on" that was said later, on another device, and arrived first.
        var end = words
            .OfType<Pause>()
            .Where(other => other.StepId == pause.Step && other.GoalId == pause.Goal)
            .Where(other => other.Until is not null && other.At > said.At)
            .Select(other => other.Until)
            .Min();
        Add(
            PauseOf(
                said,
                said.Day,
                pause.Step,
                pause.Goal,
                end < pause.Until || pause.Until is null ? end : pause.Until
            )
        );
        return Saved(said);
    }

    /// <summary>Ends every pause of the same thing; where there is none yet, one may still be on its way.</summary>
    private ActionResult GoOn(Said said, Resume resume)
    {
        if (!IsHere(resume.Step, resume.Goal))
        {
            return new ActionResult(said.Action.Id, ActionState.NotHere, Why: ActionWords.NotHere);
        }

        var ended = words
            .OfType<Pause>()
            .Where(pause => pause.StepId == resume.Step && pause.GoalId == resume.Goal)
            .Where(pause => pause.At <= said.At && !(pause.Until < said.Day))
            .ToList();
        var from = ended.Count > 0 ? ended.Min(pause => pause.Day) : said.Day;
        foreach (var pause in ended)
        {
            Supersede(pause, said.Action.Id);
        }

        Add(PauseOf(said, from, resume.Step, resume.Goal, said.Day.AddDays(-1)));
        return Saved(said);
    }

    private Pause PauseOf(Said said, DateOnly from, Guid? step, Guid? goal, DateOnly? until) =>
        new()
        {
            PersonId = me.Id,
            Id = said.Action.Id,
            Day = from,
            Zone = me.Person.Zone,
            At = said.At,
            StepId = step,
            GoalId = goal,
            Until = until,
        };

    private bool IsHere(Guid? step, Guid? goal) =>
        (step is null || versions.Exists(version => version.Id == step))
        && (goal is null || versions.Exists(version => version.Step.GoalId == goal));

    private ActionResult Undo(Said said, DayWord taken)
    {
        if (taken.SupersededBy is not null || taken is TakenBack)
        {
            return Known(said);
        }

        Supersede(taken, said.Action.Id);
        Add(
            new TakenBack
            {
                PersonId = me.Id,
                Id = said.Action.Id,
                Day = taken.Day,
                Zone = taken.Zone,
                At = said.At,
                StepId = taken.StepId,
                Truth = taken.Truth,
            }
        );
        return Saved(said);
    }

    /// <summary>As with entries: the word that was said last counts.</summary>
    private ActionResult Put<T>(Said said, T? counting, Func<T, bool> saysTheSame, T word)
        where T : DayWord
    {
        if (counting is not null && said.IsNow && saysTheSame(counting) && word.At - counting.At < Tremble)
        {
            return Known(said, counting.Id);
        }

        if (counting is not null && IsLater(said, counting.At, counting.Id))
        {
            Supersede(counting, word.Id);
        }
        else
        {
            word.SupersededBy = counting?.Id;
        }

        Add(word);
        return Saved(said, word.SupersededBy);
    }

    private void Supersede(DayWord before, Guid by)
    {
        before.SupersededBy = by;
        words.RemoveAll(word => word.Id == before.Id);
        if (db.Entry(before).State == EntityState.Detached)
        {
            supersededWords.Add((before.Id, by));
        }

        Changed(before.Day);
    }

    private void Add(DayWord word)
    {
        db.DayWords.Add(word);
        added.Add(word.Id);
        wordsById[word.Id] = word;
        known.Add(word.Id);
        if (word.SupersededBy is null && word is not TakenBack { Truth: null })
        {
            words.Add(word);
        }

        Changed(word.Day);
    }
}
