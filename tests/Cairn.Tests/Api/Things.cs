using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api;

/// <summary>What the operations are about.</summary>
internal sealed record Things(Guid Goal, Guid Step, Guid Entry, Guid Routine, Guid Experiment, Guid Noticed, Guid Item)
{
    public static Things Nowhere { get; } = new(Id(1), Id(2), Id(3), Id(4), Id(5), Id(6), Id(7));

    /// <summary>Of whoever has an entry: that, its step and goal, and with them one of each other kind; the test by coin is over.</summary>
    public static Task<Things> Of(TestCairn cairn, Guid except) =>
        cairn.Look(async db =>
        {
            var entry = await db.Entries.Where(e => e.PersonId != except).FirstAsync();
            var step = await db.Steps.SingleAsync(s => s.PersonId != except && s.Id == entry.StepId);
            var (routine, experiment, noticed, item) = (Id(14), Id(15), Id(16), Id(17));
            db.DayWords.Add(
                new NoticedWin
                {
                    PersonId = step.PersonId,
                    Id = noticed,
                    Day = entry.Day,
                    Zone = entry.Zone,
                    At = entry.At,
                    Text = "Saw the old mill",
                }
            );
            db.DayWords.Add(
                new CheckIn
                {
                    PersonId = step.PersonId,
                    Id = Id(18),
                    Day = entry.Day,
                    Zone = entry.Zone,
                    At = entry.At,
                    Answers = new Dictionary<string, Answer>
                    {
                        ["mood"] = Answer.Of(5),
                        ["best"] = Answer.Of("Old mill"),
                    },
                }
            );
            db.Outlines.Add(
                new Outline
                {
                    PersonId = step.PersonId,
                    Owner = step.Id,
                    Kind = OutlineKind.Friction,
                    Number = 1,
                    Packed = Outline.Pack([new OutlineTask(item, 0, "Boots are at the old mill", 2)]),
                    Written = entry.At,
                }
            );
            db.Routines.Add(
                new RoutineVersion
                {
                    PersonId = step.PersonId,
                    RoutineId = routine,
                    Number = 1,
                    From = entry.Day,
                    Name = "Old mill",
                    StepIds = RoutineVersion.Join([step.Id]),
                    Written = entry.At,
                }
            );
            db.DayWords.Add(
                new Experiment
                {
                    PersonId = step.PersonId,
                    Id = experiment,
                    Day = entry.Day.AddDays(-90),
                    Zone = entry.Zone,
                    At = entry.At,
                    StepId = step.Id,
                    Question = "mood",
                    Seed = 5,
                    Last = entry.Day.AddDays(-7),
                }
            );
            await db.SaveChangesAsync();
            return new Things(step.GoalId, step.Id, entry.Id, routine, experiment, noticed, item);
        });

    /// <summary>Everything of theirs that an operation may change.</summary>
    public Task<string> State(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var owner = await db.Steps.Where(s => s.Id == Step).Select(s => s.PersonId).SingleAsync();
            var goal = await db.Goals.AsNoTracking().SingleAsync(g => g.PersonId == owner && g.Id == Goal);
            var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == owner);
            var counts = new[]
            {
                await db.Steps.CountAsync(s => s.PersonId == owner),
                await db.StepVersions.CountAsync(v => v.PersonId == owner),
                await db.Entries.CountAsync(e => e.PersonId == owner),
                await db.DayWords.CountAsync(w => w.PersonId == owner),
                await db.Routines.CountAsync(r => r.PersonId == owner),
                await db.Outlines.CountAsync(o => o.PersonId == owner),
            };
            var hides = $"{person.RatesFeelings} {person.HiddenFigures}";
            return $"{await db.Goals.CountAsync(g => g.PersonId == owner)} {goal.Title} {goal.State} {person.Zone} {hides} "
                + string.Join(' ', counts);
        });

    public string In(string text) =>
        text.Replace("019caddd-2a40-7000-8000-000000000001", Goal.ToString(), StringComparison.Ordinal)
            .Replace("019caddd-2a40-7000-8000-000000000002", Step.ToString(), StringComparison.Ordinal)
            .Replace("019caddd-2a40-7000-8000-000000000004", Routine.ToString(), StringComparison.Ordinal)
            .Replace("019caddd-2a40-7000-8000-000000000005", Experiment.ToString(), StringComparison.Ordinal)
            .Replace("019caddd-2a40-7000-8000-000000000007", Noticed.ToString(), StringComparison.Ordinal)
            .Replace("019caddd-2a40-7000-8000-000000000008", Item.ToString(), StringComparison.Ordinal);

    /// <summary>The same in an address, where the third is an entry and not what is made.</summary>
    public string At(string text) =>
        In(text).Replace("019caddd-2a40-7000-8000-000000000003", Entry.ToString(), StringComparison.Ordinal);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
