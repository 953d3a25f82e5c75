using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Cairn.People;
using Cairn.Questions;
using Cairn.Transfer;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Demo;

public sealed class DemoTests
{
    [Fact]
    public void The_same_seed_gives_the_same_life_and_another_seed_another()
    {
        var one = Live(5, 0);

        Assert.Equal(Said(one), Said(Live(5, 0)));
        Assert.NotEqual(Said(one), Said(Live(6, 0)));
        Assert.NotEqual(Said(one), Said(Live(5, 1)));
    }

    [Fact]
    public void A_life_holds_everything_that_a_screen_must_show()
    {
        var life = Live(5, 0, years: 3);
        var days = life.Entries.Select(entry => entry.Day).Distinct().Order().ToList();

        Assert.Equal(3, life.Goals.Select(goal => goal.Area).Distinct().Count());
        Assert.Equal(Enum.GetValues<Tier>().Length, life.Entries.Select(e => e.Tier).OfType<Tier>().Distinct().Count());
        Assert.Contains(life.Entries, entry => entry.Outcome == Outcome.Rest);
        Assert.Contains(life.Entries, entry => entry.Outcome == Outcome.NotToday);
        Assert.Contains(life.Entries, entry => entry.SupersededBy is not null);
        Assert.Contains(days.Zip(days.Skip(1)), pair => pair.Second.DayNumber - pair.First.DayNumber > 3);
        Assert.All(life.Versions, version => Assert.NotNull(version.Cue));
        Assert.All(life.Entries, entry => Assert.True(entry.At <= Desk.Noon));
        Assert.All(life.Words, word => Assert.True(word.At <= Desk.Noon));
        Assert.Contains(life.Entries, entry => entry.Kind == StepKind.Moment);
        Assert.Contains(life.Words, word => word is NoticedWin);
        Assert.Contains(life.Words, word => word is DayOff);
        Assert.Contains(life.Words, word => word is Pause { Until: not null });
        Assert.Equal(3, life.Words.OfType<DayReport>().Select(report => report.Feel).Distinct().Count());
        var asked = life
            .Words.OfType<CheckIn>()
            .SelectMany(checkIn => checkIn.Answers.Keys)
            .Where(key => HabitQuestion.StepOf(key) is null)
            .ToHashSet();
        Assert.Contains(
            life.Words.OfType<CheckIn>(),
            c => c.Answers.Keys.Any(key => HabitQuestion.StepOf(key) is not null)
        );
        Assert.Equal(CheckInQuestions.All.Select(question => question.Key).Order(), asked.Order());
    }

    /// <summary>As diaries have it: a day with wins ends better, and a bad evening is told less often.</summary>
    [Fact]
    public void Evenings_go_with_what_was_won_and_with_the_morning()
    {
        var (withMany, withFew, rough, good) = (new List<int>(), new List<int>(), new List<int>(), new List<int>());
        for (var place = 0; place < 20; place++)
        {
            var life = Live(5, place, years: 2);
            var wins = life
                .Entries.Where(e => e.IsWin && e.SupersededBy is null && e.Kind == StepKind.Practice)
                .CountBy(entry => entry.Day)
                .ToDictionary();
            var feels = life.Words.OfType<DayReport>().ToDictionary(report => report.Day, report => report.Feel);
            foreach (var (day, answers) in CheckIn.ByDay(life.Words))
            {
                var mood = answers[CheckInQuestions.Mood.Key].Rating!.Value;
                (wins.GetValueOrDefault(day) >= 2 ? withMany : withFew).Add(mood);
                (feels.GetValueOrDefault(day) == DayFeel.Rough ? rough : good).Add(mood);
            }
        }

        Assert.InRange(withMany.Average() - withFew.Average(), .3, 2.5);
        Assert.InRange(good.Average() - rough.Average(), .3, 2.5);
    }

    /// <summary>What a page would have offered on that morning, from the same facts.</summary>
    [Theory, EachDatabase]
    public async Task The_bars_of_a_day_are_those_that_the_store_would_have_offered(Database database)
    {
        await using var desk = await Desk.Open(database);
        await Write(desk, 1);
        var entries = await desk.Db.Entries.AsNoTracking().OrderBy(e => e.Day).ToListAsync();
        foreach (var entry in entries.Where((_, place) => place % 100 == 50))
        {
            await desk.Db.Beliefs.ExecuteDeleteAsync();
            var life = await Life.Read(desk.Db, desk.Me.Id, entry.Day, CancellationToken.None);
            var bars = life.BarsOf(life.Steps.Single(step => step.Id == entry.StepId), Dial.Steady);
            Assert.Equal(entry.Bars.Target, bars.Target);
            Assert.Equal(entry.Bars.TargetChance, bars.TargetChance, 1e-9);
        }
    }

    [Theory, EachDatabase]
    public async Task In_an_empty_Cairn_the_first_life_is_the_owners(Database database)
    {
        await using var desk = await Desk.Open(database);

        var report = await Write(desk, 3);

        Assert.Equal(3, report.People);
        Assert.Equal(report.Words, (await desk.Db.DayWords.AsNoTracking().ToListAsync()).Count);
        Assert.Equal(3, await desk.Db.People.CountAsync());
        Assert.NotEmpty(await desk.Db.Goals.AsNoTracking().Where(goal => goal.PersonId == desk.Me.Id).ToListAsync());
        Assert.Equal(desk.Me.Id, (await desk.Cairn.Owner(CancellationToken.None)).Id);
    }

    [Theory, EachDatabase]
    public async Task In_a_Cairn_that_is_lived_in_the_owner_stays_and_is_not_touched(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = new Transfer.Loop.LoopFixture().Habit(1, "Stretch").Row(1, "2026-03-02");
        await desk.Import(file.Path);

        await Write(desk, 2);

        Assert.Equal(desk.Me.Id, (await desk.Cairn.Owner(CancellationToken.None)).Id);
        Assert.Equal(1, await desk.Db.Entries.CountAsync(entry => entry.PersonId == desk.Me.Id));
        Assert.Equal(3, await desk.Db.People.CountAsync());
    }

    private static Task<DemoReport> Write(Desk desk, int people) =>
        new DemoPeople(desk.Db, desk.Cairn.Gate, desk.Clock).Write(
            people,
            1,
            5,
            null,
            _ => { },
            CancellationToken.None
        );

    private static DemoLife Live(int seed, int place, int years = 1) =>
        DemoLife.Live(new DemoDice(seed, place), place, null, years, null, Desk.Noon);

    private static List<(Guid, DateOnly, Outcome, Tier?, double?, Bars)> Said(DemoLife life) =>
        [.. life.Entries.Select(e => (e.Id, e.Day, e.Outcome, e.Tier, e.Amount, e.Bars))];
}
