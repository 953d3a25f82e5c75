using System.IO.Compression;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Engine.Capacity;
using Cairn.Engine.Praise;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Transfer.Archive;

public sealed class ArchiveTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-archive-");

    [Theory, EachDatabase]
    public async Task Export_and_import_into_an_empty_Cairn_give_identical_facts(Database database)
    {
        await using var old = await Desk.Open(database);
        await Live(old);
        await using var anew = await Desk.Open(database);

        var path = await Export(old, "a.zip");
        var report = await anew.Import(path);
        var again = await Export(anew, "b.zip");

        Assert.Equal(Facts(path), Facts(again));
        Assert.True(report.Entries > 300);
        var words = await anew.Db.DayWords.AsNoTracking().ToListAsync();
        Assert.Contains(
            ("rain on the \"roof\" ☔", 7),
            words
                .OfType<CheckIn>()
                .Select(c => (c.Answers.GetValueOrDefault("best").Text!, c.Answers["mood"].Rating!.Value))
        );
        Assert.Equal("momentum back", (await anew.Db.People.AsNoTracking().SingleAsync()).HiddenFigures);
        Assert.Equal("I saw it 👏", (await anew.Db.Cheers.AsNoTracking().SingleAsync()).Text);
        Assert.Equal("2026-02", Assert.Single(words.OfType<Letter>()).Period);
        Assert.Equal(-3L, Assert.Single(words.OfType<Experiment>()).Seed);
        Assert.Equal("mood", Assert.Single(words.OfType<Ignored>()).Question);
        Assert.Single(words.OfType<OfferAnswered>());
        Assert.Equal(TruthKind.Total, Assert.Single(words, word => word.Truth is not null).Truth);
        var entries = await anew.Db.Entries.AsNoTracking().ToListAsync();
        Assert.Contains(entries, entry => entry.SupersededBy is not null);
        Assert.Equal(TruthKind.Lately, Assert.Single(entries, entry => entry.Truth is not null).Truth);
    }

    [Theory, EachDatabase]
    public async Task The_same_archive_twice_changes_nothing(Database database)
    {
        await using var desk = await Desk.Open(database);
        await Live(desk);
        var path = await Export(desk, "a.zip");

        var report = await desk.Import(path);

        Assert.True(report.IsEmpty);
        Assert.Empty(report.Skipped);
        Assert.Equal(Facts(path), Facts(await Export(desk, "b.zip")));
    }

    [Theory, EachDatabase]
    public async Task Two_histories_become_one_and_the_word_here_counts(Database database)
    {
        await using var old = await Desk.Open(database);
        await Live(old);
        var first = await Export(old, "a.zip");
        await using var anew = await Desk.Open(database);
        await anew.Import(first);
        var day = await old
            .Db.Entries.AsNoTracking()
            .Where(e => e.SupersededBy == null)
            .OrderBy(e => e.Day)
            .FirstAsync();
        var there = await Replace(old, day, Tier.Target);
        var news = await Export(old, "b.zip");

        // One side only: the newer word counts.
        Assert.Equal(1, (await anew.Import(news)).Entries);
        Assert.Equal(there, Assert.Single(await Counting(anew, day)).Id);

        // Both sides: the word here counts, the other is kept behind it.
        var here = await Replace(anew, (await Counting(anew, day))[0], Tier.Floor);
        var other = await Replace(old, (await Counting(old, day))[0], Tier.Stretch);
        var third = await Export(old, "c.zip");
        Assert.Single((await anew.Import(third)).Skipped);
        Assert.Equal(here, Assert.Single(await Counting(anew, day)).Id);
        Assert.Equal(here, (await anew.Db.Entries.AsNoTracking().SingleAsync(e => e.Id == other)).SupersededBy);
        Assert.True((await anew.Import(third)).IsEmpty);
    }

    [Theory, EachDatabase]
    public async Task A_Loop_file_imported_on_both_sides_is_one_history(Database database)
    {
        using var file = new Loop.LoopFixture().Habit(1, "Stretch").Row(1, "2026-03-02").Row(1, "2026-03-03", 0);
        await using var one = await Desk.Open(database);
        await using var two = await Desk.Open(database);
        await one.Import(file.Path);
        await two.Import(file.Path);

        var report = await two.Import(await Export(one, "a.zip"));

        Assert.True(report.IsEmpty);
        Assert.Equal(2, await two.Db.Entries.CountAsync());
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A simulated year in the owner's own Cairn.</summary>
    private static async Task Live(Desk desk)
    {
        var demo = new DemoPeople(desk.Db, desk.Cairn.Gate, desk.Clock);
        await demo.Write(1, 1, 3, null, _ => { }, CancellationToken.None);
        (await desk.Db.Entries.FirstAsync(entry => entry.Outcome == Outcome.Won)).Truth = TruthKind.Lately;
        (await desk.Db.People.SingleAsync()).HiddenFigures = "momentum back";
        await Plan(desk);
    }

    /// <summary>And what is planned around it.</summary>
    private static async Task Plan(Desk desk)
    {
        var goal = await desk.Db.Goals.FirstAsync();
        var step = await desk.Db.StepVersions.OrderByDescending(v => v.Number).FirstAsync();
        var day = DateOnly.FromDateTime(Desk.Noon.UtcDateTime);
        goal.State = GoalState.LetGo;
        desk.Db.GoalVersions.Add(
            new GoalVersion
            {
                PersonId = desk.Me.Id,
                GoalId = goal.Id,
                Number = 1,
                From = day,
                Title = "Before",
                Why = "שלום",
                Area = Areas.Work,
                Written = Desk.Noon,
            }
        );
        desk.Db.StepVersions.Add(
            (step with { Number = step.Number + 1, From = day, Written = Desk.Noon }).Planned(
                Engine.Schedule.Rhythm.Parse("mon fri")
            ) with
            {
                Place = "at the desk",
                Time = new TimeOnly(7, 30),
                Rehearsed = true,
                Obstacle = "it rains",
                PlanB = "do it indoors",
                GoodEnough = "one line",
            }
        );
        OutlineTask[] tasks = [new(Guid.CreateVersion7(Desk.Noon), 0, "Pack", 0), new(step.StepId, 1, "Fold 👕", 5)];
        desk.Db.Outlines.Add(
            new Outline
            {
                PersonId = desk.Me.Id,
                Owner = goal.Id,
                Kind = OutlineKind.Tasks,
                Number = 1,
                Packed = Outline.Pack(tasks),
                Written = Desk.Noon,
            }
        );
        desk.Db.Routines.Add(
            new RoutineVersion
            {
                PersonId = desk.Me.Id,
                RoutineId = Guid.CreateVersion7(Desk.Noon),
                Number = 1,
                From = day,
                Name = "Morning",
                StepIds = RoutineVersion.Join([step.StepId]),
                Minutes = 20,
                Written = Desk.Noon,
            }
        );
        desk.Db.Cheers.Add(
            new Cheer
            {
                PersonId = desk.Me.Id,
                Id = Guid.CreateVersion7(Desk.Noon),
                GoalId = goal.Id,
                FromId = null,
                Text = "I saw it 👏",
                At = Desk.Noon,
                Shown = day,
            }
        );
        desk.Db.DayWords.AddRange(LookingBack(desk, day));
        desk.Db.DayWords.AddRange(Insights(desk, day, step.StepId));
        await desk.Db.SaveChangesAsync();
        desk.Db.ChangeTracker.Clear();
    }

    private static IEnumerable<DayWord> LookingBack(Desk desk, DateOnly day)
    {
        yield return new CheckIn
        {
            PersonId = desk.Me.Id,
            Id = Guid.CreateVersion7(Desk.Noon),
            Day = day,
            Zone = "Europe/Berlin",
            At = Desk.Noon,
            Answers = new Dictionary<string, Answer>(StringComparer.Ordinal)
            {
                ["mood"] = Answer.Of(7),
                ["best"] = Answer.Of("rain on the \"roof\" ☔"),
                ["helped"] = Answer.None,
            },
        };
        yield return new Letter
        {
            PersonId = desk.Me.Id,
            Id = Guid.CreateVersion7(Desk.Noon),
            Day = day,
            Zone = "Europe/Berlin",
            At = Desk.Noon,
            Period = "2026-02",
            Content = """{"stones":3}""",
        };
        yield return new NoticedWin
        {
            PersonId = desk.Me.Id,
            Id = Guid.CreateVersion7(Desk.Noon),
            Day = day,
            Zone = "Europe/Berlin",
            At = Desk.Noon,
            Text = "asked for help",
            Truth = TruthKind.Total,
        };
        yield return new OfferAnswered
        {
            PersonId = desk.Me.Id,
            Id = Guid.CreateVersion7(Desk.Noon),
            Day = day,
            Zone = "Europe/Berlin",
            At = Desk.Noon,
        };
    }

    private static IEnumerable<DayWord> Insights(Desk desk, DateOnly day, Guid step)
    {
        yield return new Experiment
        {
            PersonId = desk.Me.Id,
            Id = Guid.CreateVersion7(Desk.Noon),
            Day = day.AddDays(1),
            Zone = "Europe/Berlin",
            At = Desk.Noon,
            StepId = step,
            Question = "mood",
            Seed = -3,
            Last = day.AddDays(84),
        };
        yield return new Ignored
        {
            PersonId = desk.Me.Id,
            Id = Guid.CreateVersion7(Desk.Noon),
            Day = day,
            Zone = "Europe/Berlin",
            At = Desk.Noon,
            StepId = step,
            Question = "mood",
        };
    }

    private async Task<string> Export(Desk desk, string name)
    {
        var path = Path.Combine(folder.FullName, name);
        await using var file = File.Create(path);
        ArchiveFile.Write(file, await ArchiveExport.Of(desk.Db, desk.Me, CancellationToken.None));
        return path;
    }

    /// <summary>What is in the zip; how tightly it is packed depends on how the writer's buffers fell.</summary>
    private static List<(string Name, string Text)> Facts(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(entry => (entry.FullName, Text(entry)))];
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static Task<List<Entry>> Counting(Desk desk, Entry of) =>
        desk
            .Db.Entries.AsNoTracking()
            .Where(e => e.StepId == of.StepId && e.Day == of.Day && e.SupersededBy == null)
            .ToListAsync();

    private static async Task<Guid> Replace(Desk desk, Entry before, Tier tier)
    {
        var entry = new Entry
        {
            PersonId = desk.Me.Id,
            Id = Guid.CreateVersion7(Desk.Noon),
            StepId = before.StepId,
            Day = before.Day,
            Zone = before.Zone,
            At = Desk.Noon,
            Outcome = Outcome.Won,
            Tier = tier,
            Bars = before.Bars,
        };
        await desk
            .Db.Entries.Where(e => e.Id == before.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.SupersededBy, entry.Id));
        desk.Db.Entries.Add(entry);
        await desk.Db.SaveChangesAsync();
        desk.Db.ChangeTracker.Clear();
        return entry.Id;
    }
}
