using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Habit;
using Cairn.Questions;

namespace Cairn.Demo;

/// <summary>What a simulated person says about days: mornings, evenings, moments, noticed wins, rests and pauses.</summary>
public sealed partial class DemoLife
{
    /// <summary>
    /// In spreads of the evening's mood. Diaries found progress on most of the best days, and setbacks to weigh about
    /// twice as much as progress does.
    /// </summary>
    private const double LiftOfWin = .15;
    private const double LiftOfWhatDoesGood = .6;
    private const double LiftOfSetback = -.35;

    private const double RestDay = .008;
    private const double NoticesOnUsualDays = .06;

    /// <summary>A day off, or a pause that goes on or begins: nothing is planned.</summary>
    private bool StopsFor(DateOnly day)
    {
        if (pause is { Until: { } until } && until < day)
        {
            pause = null;
        }

        if (pause is null && day > first && dice.Falls(trait.Pause))
        {
            var at = At(day, 7);
            pause = new Pause
            {
                PersonId = Person.Id,
                Id = dice.Id(at),
                Day = day,
                Zone = trait.Zone,
                At = at,
                Until = day.AddDays(dice.Whole(3, 15)),
            };
            Words.Add(pause);
        }

        if (pause is not null || !dice.Falls(RestDay))
        {
            return pause is not null;
        }

        var morning = At(day, 8);
        Words.Add(
            new DayOff
            {
                PersonId = Person.Id,
                Id = dice.Id(morning),
                Day = day,
                Zone = trait.Zone,
                At = morning,
                Reserve = false,
            }
        );
        return true;
    }

    /// <summary>Before anything is done.</summary>
    private DayFeel? SayMorning(DateOnly day)
    {
        if (!dice.Falls(trait.Mornings))
        {
            return null;
        }

        var at = At(day, dice.Between(6, 7));
        var feel = mood.Morning switch
        {
            < -.9 => DayFeel.Rough,
            > .9 => DayFeel.Good,
            _ => DayFeel.Fine,
        };
        Words.Add(
            new DayReport
            {
                PersonId = Person.Id,
                Id = dice.Id(at),
                Day = day,
                Zone = trait.Zone,
                At = at,
                Feel = feel,
            }
        );
        return feel;
    }

    private void CountMoments(DateOnly day)
    {
        for (var left = trait.Moments; left > 0; left -= 1)
        {
            if (dice.Falls(Math.Min(left, 1) * .7))
            {
                var at = At(day, dice.Between(9, 21));
                Entries.Add(
                    new Entry
                    {
                        PersonId = Person.Id,
                        Id = dice.Id(at),
                        StepId = moment.Step.Id,
                        Kind = StepKind.Moment,
                        Day = day,
                        Zone = trait.Zone,
                        At = at,
                        Outcome = Outcome.Won,
                        Bars = new Bars(1, 1, 1, 0, 0, 0),
                    }
                );
            }
        }
    }

    /// <summary>Against a usual day, so that most days are usual.</summary>
    private double LiftOf(IReadOnlyList<Entry> said)
    {
        var usual = (.7 * LiftOfWin * steps.Count) + (.7 * (LiftOfWhatDoesGood - LiftOfWin));
        return said.Where(entry => entry.SupersededBy is null && entry.Kind == StepKind.Practice)
                .Sum(entry =>
                    entry.IsWin ? (entry.StepId == steps[trait.DoesGood].Id ? LiftOfWhatDoesGood : LiftOfWin)
                    : entry.Reason is MissReason.TooBig or MissReason.NoEnergy ? LiftOfSetback
                    : 0
                ) - usual;
    }

    /// <summary>In the evening; of heavy days less is told.</summary>
    private void LookBack(DateOnly day, IReadOnlyList<Entry> said)
    {
        if (dice.Falls(NoticesOnUsualDays * (1 + Math.Max(0, mood.Evening))))
        {
            Notice(day);
        }

        if (!dice.Falls(trait.Evenings * Math.Exp(.3 * Math.Min(0, mood.Evening))))
        {
            return;
        }

        var wins = said.Where(entry => entry.IsWin && entry.SupersededBy is null).ToList();
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal)
        {
            [CheckInQuestions.Mood.Key] = Answer.Of(mood.Rate(mood.Evening)),
            [CheckInQuestions.Motivation.Key] = Answer.Of(mood.Rate((.7 * mood.Evening) + dice.Normal(.6))),
            [CheckInQuestions.Solving.Key] = Answer.Of(
                mood.Rate((.4 * mood.Evening) + (.25 * (wins.Count - (.7 * steps.Count))) + dice.Normal(.6))
            ),
        };
        if (dice.Falls(.4))
        {
            answers[CheckInQuestions.Best.Key] = Answer.Of(BestOf(wins));
        }

        if (dice.Falls(mood.Evening < -.5 ? .5 : .15))
        {
            var (text, kind) = dice.One(DemoTexts.InTheWay);
            answers[CheckInQuestions.InTheWay.Key] = Answer.Of(text);
            answers[CheckInQuestions.InTheWayKind.Key] = Answer.Of(kind.Key);
            answers[CheckInQuestions.Hindered.Key] = Answer.Of(
                dice.One([.. CheckInQuestions.Hindered.Options.Where(option => option.Kind == kind.Kind)]).Key
            );
        }

        if (mood.Evening > 0 && dice.Falls(.3))
        {
            answers[CheckInQuestions.Helped.Key] = Answer.Of(dice.One(CheckInQuestions.Helped.Options).Key);
        }

        if (HabitIsAskedOn(day) is { } habit)
        {
            answers[HabitQuestion.KeyOf(habit.Id)] = Answer.Of(Automatic(habit, day));
        }

        var at = At(day, dice.Between(20, 23));
        Words.Add(
            new CheckIn
            {
                PersonId = Person.Id,
                Id = dice.Id(at),
                Day = day,
                Zone = trait.Zone,
                At = at,
                Answers = answers,
            }
        );
    }

    /// <summary>One step after the other, each about every two weeks.</summary>
    private DemoStep? HabitIsAskedOn(DateOnly day) =>
        (day.DayNumber - first.DayNumber) % AutomaticityQuestion.EveryDays is var place
        && place < steps.Count
        && day.DayNumber - steps[place].Version.From.DayNumber >= AutomaticityQuestion.EveryDays
            ? steps[place]
            : null;

    /// <summary>Half of the way to its plateau within a few weeks or months, each step in its own time.</summary>
    private int Automatic(DemoStep step, DateOnly day)
    {
        var days = day.DayNumber - step.Version.From.DayNumber;
        var habit = trait.Plateau * (1 - Math.Exp(-3.0 * days / (trait.HabitDays * (1 + (.3 * step.Step.Position)))));
        return Math.Clamp((int)Math.Round(1 + (6 * habit) + dice.Normal(.6)), HabitQuestion.Least, HabitQuestion.Most);
    }

    private void Notice(DateOnly day)
    {
        var at = At(day, dice.Between(12, 22));
        Words.Add(
            new NoticedWin
            {
                PersonId = Person.Id,
                Id = dice.Id(at),
                Day = day,
                Zone = trait.Zone,
                At = at,
                Text = dice.One(DemoTexts.Noticed),
            }
        );
    }

    /// <summary>On good days a win more often than not.</summary>
    private string BestOf(List<Entry> wins) =>
        wins.Count > 0 && dice.Falls(mood.Evening > 0 ? .75 : .35)
            ? string.Format(CultureInfo.InvariantCulture, dice.One(DemoTexts.BestOfAWin), NameOf(dice.One(wins)))
            : dice.One(DemoTexts.Best);

    private string NameOf(Entry win) => Versions.First(version => version.StepId == win.StepId).Name;
}
