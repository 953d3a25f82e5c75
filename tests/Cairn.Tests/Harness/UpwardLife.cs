using Cairn.Data;
using Cairn.Engine.Capacity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Harness;

/// <summary>
/// Four months in which one step lifts the evenings and good evenings lift the next day, written straight into the store: every part of
/// Insights has something to say about them.
/// </summary>
public static class UpwardLife
{
    public const int Days = 130;

    /// <summary>Names from ordinary to long.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Walk",
        "Read something that has nothing to do with work, on paper",
        "Stretch",
    ];

    /// <returns>The ids of the steps, of an experiment that is over and of one that is not.</returns>
    public static Task<(IReadOnlyList<Guid> Steps, Guid Over, Guid Running)> Live(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var person = await db.People.SingleAsync();
            person.Zone = "UTC"; // where it is the clock's day
            var today = DateOnly.FromDateTime(cairn.Clock.GetUtcNow().UtcDateTime);
            var first = today.AddDays(-Days);
            IReadOnlyList<Guid> steps = [.. Names.Select((_, place) => Id(first, place))];
            Begin(db, person, first, steps);
            var (dice, mood) = (new Random(5), 5.5);
            for (var day = first; day < today; day = day.AddDays(1))
            {
                var won = steps.Select(_ => dice.NextDouble() < 0.5 + (0.16 * (mood - 5.5))).ToList();
                for (var place = 0; place < steps.Count; place++)
                {
                    db.Entries.Add(Say(person, steps[place], day, place, won[place], dice.Next(10)));
                }

                var noise = 1.5 * (dice.NextDouble() + dice.NextDouble() - 1);
                mood = 5 + (won[0] ? 1.2 : 0) + won.Count(one => one) - 1.5 + noise;
                if (dice.Next(8) > 0)
                {
                    db.DayWords.Add(Evening(person, day, Math.Clamp((int)Math.Round(mood), 0, 10), dice.Next(10)));
                }
            }

            db.DayWords.Add(Test(person, steps[2], today.AddDays(-110), Id(first, 20), 4));
            db.DayWords.Add(Test(person, steps[0], today.AddDays(-12), Id(first, 21), 11));
            await db.SaveChangesAsync();
            return (steps, Id(first, 20), Id(first, 21));
        });

    private static void Begin(CairnDb db, Person person, DateOnly first, IReadOnlyList<Guid> steps)
    {
        var goal = Id(first, 9);
        db.Goals.Add(
            new Goal
            {
                PersonId = person.Id,
                Id = goal,
                Title = "Feel better",
                Area = Areas.Health,
                Created = At(first, 5),
            }
        );
        foreach (var (step, place) in steps.Select((step, place) => (step, place)))
        {
            db.Steps.Add(
                new Step
                {
                    PersonId = person.Id,
                    Id = step,
                    GoalId = goal,
                    Kind = StepKind.Practice,
                    Position = place,
                    Created = At(first, 5),
                }
            );
            db.StepVersions.Add(
                new StepVersion
                {
                    PersonId = person.Id,
                    StepId = step,
                    Number = 1,
                    From = first,
                    Name = Names[place],
                    Unit = "min",
                    Scale = Scale.Minutes,
                    Stated = 20,
                    Written = At(first, 5),
                }
            );
        }
    }

    private static Entry Say(Person person, Guid step, DateOnly day, int place, bool won, int chance) =>
        new()
        {
            PersonId = person.Id,
            Id = Id(day, 30 + place),
            StepId = step,
            Day = day,
            Zone = person.Zone,
            At = At(day, 12),
            Outcome = won ? Outcome.Won : Outcome.NotToday,
            Tier = won ? (chance < 2 ? Tier.Floor : Tier.Target) : null,
            Bars = new Bars(
                2,
                8,
                15,
                .8,
                chance < 7 ? .6
                    : chance < 9 ? .5
                    : .7,
                .3
            ),
        };

    private static CheckIn Evening(Person person, DateOnly day, int mood, int chance) =>
        new()
        {
            PersonId = person.Id,
            Id = Id(day, 40),
            Day = day,
            Zone = person.Zone,
            At = At(day, 20),
            Answers = new Dictionary<string, Answer>(StringComparer.Ordinal)
            {
                ["mood"] = Answer.Of(mood),
                ["motivation"] = Answer.Of(Math.Clamp(mood - 1 + (day.DayNumber % 3), 0, 10)),
                ["solving"] = day.DayNumber % 2 == 0 ? Answer.Of(mood) : Answer.None,
                [chance < mood ? "best" : "inTheWay"] = Answer.Of("A walk along the river"),
            },
        };

    private static Experiment Test(Person person, Guid step, DateOnly first, Guid id, long seed) =>
        new()
        {
            PersonId = person.Id,
            Id = id,
            Day = first,
            Zone = person.Zone,
            At = At(first.AddDays(-1), 12),
            StepId = step,
            Question = "mood",
            Seed = seed,
            Last = first.AddDays(83),
        };

    private static DateTimeOffset At(DateOnly day, int hour) =>
        new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    private static Guid Id(DateOnly day, int place) => new(day.DayNumber, (short)place, 5, new byte[8]);
}
