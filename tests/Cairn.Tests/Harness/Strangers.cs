using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Harness;

/// <summary>Another person in the same store.</summary>
public static class Strangers
{
    /// <returns>A step and an entry that are nobody's business but theirs.</returns>
    public static Task<(Guid Step, Guid Entry)> Settle(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var now = cairn.Clock.GetUtcNow().AddSeconds(1);
            var (person, goal) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
            var (step, entry) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
            var day = DateOnly.FromDateTime(now.UtcDateTime);
            db.People.Add(
                new Person
                {
                    Id = person,
                    Zone = "UTC",
                    Created = now,
                }
            );
            db.Goals.Add(
                new Goal
                {
                    PersonId = person,
                    Id = goal,
                    Title = "Theirs",
                    Area = Areas.Work,
                    Created = now,
                }
            );
            db.Steps.Add(
                new Step
                {
                    PersonId = person,
                    Id = step,
                    GoalId = goal,
                    Kind = StepKind.Practice,
                    Position = 0,
                    Created = now,
                }
            );
            db.StepVersions.Add(
                new StepVersion
                {
                    PersonId = person,
                    StepId = step,
                    Number = 1,
                    From = day,
                    Name = "Secret",
                    Unit = "min",
                    Scale = Scale.Minutes,
                    Stated = 10,
                    Written = now,
                }
            );
            db.Entries.Add(
                new Entry
                {
                    PersonId = person,
                    Id = entry,
                    StepId = step,
                    Day = day,
                    Zone = "UTC",
                    At = now,
                    Outcome = Outcome.Won,
                    Tier = Tier.Floor,
                    Bars = new Bars(1, 2, 5, .97, .9, .5),
                }
            );
            await db.SaveChangesAsync();
            return (step, entry);
        });
}
