using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Effects;
using Cairn.Harness;
using Cairn.Lab.Effects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Insights;

/// <summary>
/// A simulated person of whom the truth is known, as they would have lived with Cairn: a practice for each action, a win where it was done, and else
/// "not today" or silence in turn; the evening as a rating from 0 to 10, the morning as rough, fine or good.
/// </summary>
internal sealed class PlantedLife
{
    private const double PointsPerSpread = 1.6;
    private static readonly Guid Goal = new(1, 2, 3, new byte[8]);

    private readonly PlantedPerson planted;
    private readonly Guid owner;

    public PlantedLife(PlantedPerson planted, Guid owner)
    {
        (this.planted, this.owner) = (planted, owner);
        var mornings = planted.Pages.Select(page => page.Morning).OfType<double>().Order().ToList();
        var (rough, good) =
            mornings.Count == 0 ? (0, 0) : (mornings[mornings.Count / 3], mornings[mornings.Count * 2 / 3]);
        Words =
        [
            .. planted
                .Pages.Where(page => page.Evening is not null)
                .Select(page => Evening(page.Day, Rating(page.Evening!.Value))),
            .. planted
                .Pages.Where(page => page.Morning is not null)
                .Select(page =>
                    Morning(
                        page.Day,
                        page.Morning < rough ? DayFeel.Rough
                            : page.Morning < good ? DayFeel.Fine
                            : DayFeel.Good
                    )
                ),
        ];
        Entries =
        [
            .. planted.Pages.SelectMany(page =>
                planted
                    .Actions.Select((step, place) => (step, place, done: page.Done[place] == true))
                    .Where(said => said.done || (said.place + page.Day.DayNumber) % 2 == 0)
                    .Select(said => Entry(said.step, said.place, page.Day, said.done))
            ),
        ];
    }

    public List<DayWord> Words { get; }
    public List<Entry> Entries { get; }

    /// <summary>The morning after the last day.</summary>
    public DateOnly Today => planted.Pages[^1].Day.AddDays(1);

    public Person Person =>
        new()
        {
            Id = owner,
            Zone = "UTC",
            Created = At(PlantedPerson.First, 0),
        };

    public Records Records =>
        new(
            [
                .. planted.Actions.Select(
                    (step, place) => new LivedStep(StepOf(step, place), VersionOf(step, place), Areas.Health)
                ),
            ],
            [],
            Entries,
            Words,
            null
        );

    /// <summary>Lives one life after the other with the same twelve steps in the same Cairn.</summary>
    public static async Task Write(TestCairn cairn, PlantedLife life) =>
        await cairn.Look(async db =>
            await cairn
                .Services.GetRequiredService<WriteGate>()
                .Write(
                    db,
                    life.owner,
                    async () =>
                    {
                        await db.Entries.ExecuteDeleteAsync();
                        await db.DayWords.ExecuteDeleteAsync();
                        if (!await db.Goals.AnyAsync())
                        {
                            await db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.Zone, "UTC"));
                            life.Settle(db);
                        }

                        db.DayWords.AddRange(life.Words);
                        await db.SaveChangesAsync();
                        await ManyRows.Add(db, life.Entries, CancellationToken.None);
                        return true;
                    },
                    CancellationToken.None
                )
        );

    /// <summary>The first step is tested by coin from the first day on.</summary>
    public PlantedLife Tested(long seed)
    {
        Words.Add(
            new Experiment
            {
                PersonId = owner,
                Id = new Guid(1, 0, 4, new byte[8]),
                Day = PlantedPerson.First,
                Zone = "UTC",
                At = At(PlantedPerson.First.AddDays(-1), 12),
                StepId = planted.Actions[0],
                Question = "mood",
                Seed = seed,
                Last = PlantedPerson.First.AddDays(CoinPlan.Days - 1),
            }
        );
        return this;
    }

    public static int Rating(double evening) =>
        Math.Clamp((int)Math.Round(5 + (PointsPerSpread * evening)), 0, CheckIn.HighestRating);

    private void Settle(CairnDb db)
    {
        db.Goals.Add(
            new Goal
            {
                PersonId = owner,
                Id = Goal,
                Title = "Live",
                Area = Areas.Health,
                Created = At(PlantedPerson.First, 0),
            }
        );
        foreach (var (step, place) in planted.Actions.Select((step, place) => (step, place)))
        {
            db.Steps.Add(StepOf(step, place));
            db.StepVersions.Add(VersionOf(step, place));
        }
    }

    private Step StepOf(Guid id, int place) =>
        new()
        {
            PersonId = owner,
            Id = id,
            GoalId = Goal,
            Kind = StepKind.Practice,
            Position = place,
            Created = At(PlantedPerson.First, 0),
        };

    private StepVersion VersionOf(Guid id, int place) =>
        new()
        {
            PersonId = owner,
            StepId = id,
            Number = 1,
            From = PlantedPerson.First,
            Name = $"Step {place + 1}",
            Unit = "min",
            Scale = Scale.Minutes,
            Stated = 10,
            Written = At(PlantedPerson.First, 0),
        };

    private Entry Entry(Guid step, int place, DateOnly day, bool done) =>
        new()
        {
            PersonId = owner,
            Id = new Guid(day.DayNumber, (short)place, 1, new byte[8]),
            StepId = step,
            Day = day,
            Zone = "UTC",
            At = At(day, 12),
            Outcome = done ? Data.Outcome.Won : Data.Outcome.NotToday,
            Tier = done ? (Tier)(1 + ((place + day.DayNumber) % 3)) : null,
            Bars = new Bars(1, 2, 5, .97, .9, .5),
        };

    private CheckIn Evening(DateOnly day, int rating) =>
        new()
        {
            PersonId = owner,
            Id = new Guid(day.DayNumber, 0, 2, new byte[8]),
            Day = day,
            Zone = "UTC",
            At = At(day, 20),
            Answers = new Dictionary<string, Answer>(StringComparer.Ordinal) { ["mood"] = Answer.Of(rating) },
        };

    private DayReport Morning(DateOnly day, DayFeel feel) =>
        new()
        {
            PersonId = owner,
            Id = new Guid(day.DayNumber, 0, 3, new byte[8]),
            Day = day,
            Zone = "UTC",
            At = At(day, 7),
            Feel = feel,
        };

    private static DateTimeOffset At(DateOnly day, int hour) =>
        new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);
}
