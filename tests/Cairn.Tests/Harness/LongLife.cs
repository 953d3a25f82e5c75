using Cairn.Data;
using Cairn.Engine.Capacity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Harness;

/// <summary>Fifty steps and years of days, written straight into the store.</summary>
public static class LongLife
{
    /// <summary>Open today: practices, moments and tasks.</summary>
    public const int Steps = Practices + Moments + OpenTasks;

    private const int Practices = 44;
    private const int Moments = 3;
    private const int OpenTasks = 3;
    private const int DaysOfTask = 6;

    /// <summary>
    /// Each practice was answered and each moment counted on each of the last days; a task comes every other day, is put
    /// off twice and done on its sixth. Each day was felt, and has a check-in.
    /// </summary>
    public static Task Live(TestCairn cairn, int days) =>
        cairn.Look(async db =>
        {
            var person = await db.People.SingleAsync();
            var today = DateOnly.FromDateTime(cairn.Clock.GetUtcNow().UtcDateTime);
            var life = new Lived(person, today.AddDays(-days), days);
            return await cairn
                .Services.GetRequiredService<WriteGate>()
                .Write(db, person.Id, () => life.Write(db), CancellationToken.None);
        });

    private sealed class Lived(Person person, DateOnly first, int days)
    {
        private readonly Guid goal = Id(first, 0);

        public async Task<bool> Write(CairnDb db)
        {
            db.Goals.Add(
                new Goal
                {
                    PersonId = person.Id,
                    Id = goal,
                    Title = "Move more",
                    Area = Areas.Health,
                    Created = At(first, 0),
                }
            );
            for (var place = 0; place < Practices + Moments; place++)
            {
                Begin(db, IdOf(place), KindOf(place), place, first);
            }

            for (var task = 0; BeginOf(task) <= first.AddDays(days); task++)
            {
                Begin(db, TaskId(task), StepKind.Task, Steps + task, BeginOf(task));
            }

            for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
            {
                db.DayWords.Add(FeltOn(day));
                db.DayWords.Add(CheckInOn(day));
            }

            await db.SaveChangesAsync();
            await ManyRows.Add(db, [.. Entries()], CancellationToken.None);
            return await Snapshots.Rebuild(db, person.Id, Snapshots.DueOn(first.AddDays(days)), CancellationToken.None);
        }

        private IEnumerable<Entry> Entries()
        {
            for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
            {
                for (var place = 0; place < Practices + Moments; place++)
                {
                    var turn = (day.DayNumber * 7) + (place * 3);
                    var won = KindOf(place) == StepKind.Moment || turn % 5 != 0;
                    yield return Word(IdOf(place), KindOf(place), day, place + 1, won, turn);
                }

                for (var task = 0; BeginOf(task) <= day; task++)
                {
                    var age = day.DayNumber - BeginOf(task).DayNumber;
                    if (age is 0 or 1 or DaysOfTask - 1)
                    {
                        yield return Word(TaskId(task), StepKind.Task, day, Steps + age, age > 1, task);
                    }
                }
            }
        }

        private static StepKind KindOf(int place) => place < Practices ? StepKind.Practice : StepKind.Moment;

        private Guid IdOf(int place) => Id(first, place + 1);

        private DateOnly BeginOf(int task) => first.AddDays(task * DaysOfTask / OpenTasks);

        private Guid TaskId(int task) => Id(BeginOf(task), Steps + DaysOfTask + 2);

        private void Begin(CairnDb db, Guid id, StepKind kind, int place, DateOnly from)
        {
            db.Steps.Add(
                new Step
                {
                    PersonId = person.Id,
                    Id = id,
                    GoalId = goal,
                    Kind = kind,
                    Position = place,
                    Created = At(from, 0),
                }
            );
            db.StepVersions.Add(
                new StepVersion
                {
                    PersonId = person.Id,
                    StepId = id,
                    Number = 1,
                    From = from,
                    Name = $"Step {place + 1}",
                    Unit = "min",
                    Scale = Scale.Minutes,
                    Stated = 20,
                    Written = At(from, 0),
                }
            );
        }

        private Entry Word(Guid step, StepKind kind, DateOnly day, int minute, bool won, int turn) =>
            new()
            {
                PersonId = person.Id,
                Id = Id(day, minute),
                StepId = step,
                Kind = kind,
                Day = day,
                Zone = person.Zone,
                At = At(day, minute),
                Outcome = won ? Outcome.Won : Outcome.NotToday,
                Tier = won ? (Tier)(1 + (turn % 3)) : null,
                Reason = won ? MissReason.None : (MissReason)(turn % 7),
                Bars = new Bars(5, 10, 20, .97, .9, .5),
            };

        private DayReport FeltOn(DateOnly day) =>
            new()
            {
                PersonId = person.Id,
                Id = Id(day, Steps + DaysOfTask),
                Day = day,
                Zone = person.Zone,
                At = At(day, 0),
                Feel = (DayFeel)((day.DayNumber % 3) - 1),
            };

        private CheckIn CheckInOn(DateOnly day) =>
            new()
            {
                PersonId = person.Id,
                Id = Id(day, Steps + DaysOfTask + 1),
                Day = day,
                Zone = person.Zone,
                At = At(day, Steps),
                Answers = new Dictionary<string, Answer>(StringComparer.Ordinal)
                {
                    ["mood"] = Answer.Of(day.DayNumber % 11),
                    ["best"] = Answer.Of("A walk along the river, and nobody wanted anything."),
                },
            };

        private static DateTimeOffset At(DateOnly day, int minute) =>
            new(day.ToDateTime(new TimeOnly(8, 0)).AddMinutes(minute), TimeSpan.Zero);

        private static Guid Id(DateOnly day, int place) => new(day.DayNumber, (short)place, 7, new byte[8]);
    }
}
