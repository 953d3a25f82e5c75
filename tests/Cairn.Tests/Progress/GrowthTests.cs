using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.Progress;

public sealed partial class GrowthTests
{
    private const int People = 50;
    private static readonly DateTimeOffset Now = TestCairn.Monday;

    [InAnyZone, Fact]
    public void Every_figure_of_fifty_demo_people_is_what_a_slow_and_simple_method_says()
    {
        var (comebacks, grown, habits) = (0, 0, 0);
        for (var place = 0; place < People; place++)
        {
            var life = DemoLife.Live(new DemoDice(11, place), place, null, 1, null, Now);
            var today = life.Entries.Max(entry => entry.Day);
            var view = GrowthView.Of(DemoRecords.Of(life), today);
            var slowly = new Slowly(life.Entries, life.Words, Begins(life), today);

            Assert.Equal(slowly.Momentum(), view.Now, 1e-6);
            Assert.Equal(slowly.Comebacks(), view.Comebacks.Select(back => (back.Comeback!.Value, back.Days)).ToList());
            foreach (
                var step in view.Steps.Where(step => step.Sizes[^1].Day.DayNumber - step.Sizes[0].Day.DayNumber > 150)
            )
            {
                var id = life.Versions.Single(version => version.Name == step.Name).StepId;
                Assert.Equal(slowly.Aims(id), (step.Then!.Value, step.Now!.Value));
                Assert.Equal(
                    slowly.Sizes(id),
                    step.Sizes.Select(size => (size.Day, size.Floor, size.Target, size.Stretch)).ToList()
                );
                grown++;
            }

            foreach (var habit in view.Habits)
            {
                var id = life.Versions.Single(version => version.Name == habit.Name).StepId;
                List<(DateOnly, int)> said = [];
                foreach (var word in life.Words.OfType<CheckIn>().OrderBy(word => word.Day))
                {
                    if (word.Answers.TryGetValue($"habit{id:N}", out var answer))
                    {
                        said.Add((word.Day, answer.Rating!.Value));
                    }
                }

                Assert.Equal(said, habit.Answers.Select(answer => (answer.Day, answer.Agreement)));
                var (low, high) = slowly.DaysUntilHabit(id, said);
                Assert.InRange(habit.Days.Low / low, .9, 1.1);
                Assert.InRange(habit.Days.High / high, .9, 1.1);
                habits++;
            }

            var confidence = slowly.Confidence(life.Confidences);
            Assert.Equal(confidence.Count, view.Confidence.Count);
            foreach (var (slow, month) in confidence.Zip(view.Confidence))
            {
                Assert.Equal((slow.Month, slow.Times), (month.Month, month.Times));
                Assert.Equal(slow.Asked, month.Asked, 1e-9);
                Assert.Equal(slow.Predicted, month.Predicted, 1e-9);
                Assert.Equal(slow.Happened, month.Happened, 1e-9);
            }

            foreach (var day in CalendarDay.Of(DemoRecords.Of(life), today.AddDays(-100), today))
            {
                Assert.Equal(slowly.WinsOn(day.Day), day.Wins);
                Assert.Equal(slowly.IsRest(day.Day), day.Kind == CalendarKind.Rest);
                Assert.Equal(slowly.IsPause(day.Day), day.Kind == CalendarKind.Pause);
            }

            comebacks += view.Comebacks.Count;
        }

        Assert.True(comebacks > People && grown > People, $"{comebacks} comebacks and {grown} steps say little");
        Assert.True(habits > People, $"{habits} habits say little");
    }

    [Theory, EachDatabase]
    public async Task The_pages_say_what_the_entries_in_the_store_say(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await cairn.Look(db =>
            new DemoPeople(db, cairn.Services.GetRequiredService<WriteGate>(), cairn.Clock).Write(
                1,
                1,
                7,
                null,
                _ => { },
                CancellationToken.None
            )
        );
        var today = new DateOnly(2026, 3, 2);
        var entries = await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync());
        var words = await cairn.Look(db => db.DayWords.AsNoTracking().ToListAsync());
        var begins = await cairn.Look(db =>
            db.StepVersions.AsNoTracking()
                .Where(v => db.Steps.Any(step => step.Id == v.StepId && step.Kind == StepKind.Practice))
                .ToDictionaryAsync(v => v.StepId, v => v.From)
        );
        var slowly = new Slowly(entries, words, begins, today);

        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/progress/growth")), 1, 4);
        var momentum = visitor.Page.QuerySelector("#momentum")!.TextContent;
        Assert.Equal(
            Math.Round(slowly.Momentum()),
            double.Parse(Number().Match(momentum).Value, CultureInfo.InvariantCulture)
        );
        var back = visitor
            .Page.QuerySelectorAll("td.back")
            .Select(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture));
        Assert.Equal(slowly.Comebacks().Select(comeback => comeback.Days), back);

        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/progress/calendar/2025")), 1, 4);
        var rows = visitor.Page.QuerySelectorAll("tbody tr").ToList();
        Assert.Equal(12, rows.Count);
        for (var month = 1; month <= 12; month++)
        {
            var days = Enumerable
                .Range(1, DateTime.DaysInMonth(2025, month))
                .Select(day => new DateOnly(2025, month, day))
                .ToList();
            Assert.Equal(
                [
                    days.Sum(slowly.WinsOn),
                    days.Count(day => slowly.WinsOn(day) > 0),
                    days.Count(slowly.IsRest),
                    days.Count(slowly.IsPause),
                ],
                rows[month - 1]
                    .QuerySelectorAll("td")
                    .Select(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture))
            );
        }

        foreach (var table in new[] { "momentum", "sizes", "comebacks", "confidence", "habits", "calendar/2025" })
        {
            using var csv = await visitor.Http.GetAsync(new Uri($"/progress/{table}.csv", UriKind.Relative));
            Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
            Assert.True((await csv.Content.ReadAsStringAsync()).Split('\n').Length > 3, table);
        }

        await visitor.Open("/progress/calendar/2027");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task With_nothing_and_with_one_win_the_pages_say_so_in_one_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Open("/progress/growth");
        Assert.Contains("With the first wins", visitor.Text, StringComparison.Ordinal);
        await visitor.Open("/progress/calendar");
        Assert.Contains("No stone in this time", visitor.Text, StringComparison.Ordinal);
        await visitor.Begin();
        await visitor.Press("tier", "Floor");
        await visitor.Open("/progress/growth");
        Assert.Contains("Each win is in it already", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector(".chart"));
        await visitor.Open("/progress/calendar");
        Assert.Contains("One stone. It stays.", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Each_figure_is_hidden_by_one_tap_stays_hidden_and_comes_back_by_another(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await cairn.Look(db =>
            new DemoPeople(db, cairn.Services.GetRequiredService<WriteGate>(), cairn.Clock).Write(
                1,
                1,
                7,
                null,
                _ => { },
                CancellationToken.None
            )
        );
        foreach (
            var (path, count, shown) in new[]
            {
                ("/progress/all", 1, ".progress header .said, td.count"),
                ("/progress/calendar/2025", 1, ".calendar, .progress .said, table"),
                ("/progress/growth", 6, ".card, .then-and-now, .chart, table"),
            }
        )
        {
            await visitor.Open(path);
            Assert.NotEmpty(visitor.Page.QuerySelectorAll(shown));
            for (var hidden = 0; hidden < count; hidden++)
            {
                Assert.Equal(hidden, visitor.Page.QuerySelectorAll(".hidden-figure").Length);
                await visitor.Press("hidden", "true");
                Assert.Equal(path, visitor.Path);
            }

            await visitor.Open(path);
            Assert.Empty(visitor.Page.QuerySelectorAll(shown));
            for (var hidden = count; hidden > 0; hidden--)
            {
                Assert.Equal(hidden, visitor.Page.QuerySelectorAll(".hidden-figure").Length);
                await visitor.Press("hidden", "false");
            }

            Assert.NotEmpty(visitor.Page.QuerySelectorAll(shown));
        }

        Assert.Equal("", await cairn.Look(db => db.People.Select(person => person.HiddenFigures).SingleAsync()));
        await visitor.Post("/progress/figures", new() { ["figure"] = "everything", ["hidden"] = "true" });
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public void A_pause_a_rest_and_a_win_are_told_apart_and_a_win_comes_first()
    {
        var life = DemoLife.Live(new DemoDice(3, 0), 0, null, 1, null, Now);
        var first = life.Entries.Max(entry => entry.Day).AddDays(-30);
        var quiet = life.Entries.Where(entry => entry.Day < first).ToList();
        var day = CalendarDay.Of(
            DemoRecords.Of(life, quiet, Off(life, first), Pause(life, first.AddDays(1), 2)),
            first,
            first.AddDays(3)
        );

        Assert.Equal(
            [CalendarKind.Rest, CalendarKind.Pause, CalendarKind.Pause, CalendarKind.Path],
            day.Select(one => one.Kind)
        );
        var won = life.Entries.First(entry => entry.IsWin && entry.SupersededBy is null).Day;
        var that = Assert.Single(
            CalendarDay.Of(DemoRecords.Of(life, life.Entries, Off(life, won), Pause(life, won, 1)), won, won)
        );
        Assert.True(that.Kind >= CalendarKind.Hollow);
    }

    private static Dictionary<Guid, DateOnly> Begins(DemoLife life) =>
        life
            .Versions.Where(v => life.Steps.Single(s => s.Id == v.StepId).Kind == StepKind.Practice)
            .ToDictionary(v => v.StepId, v => v.From);

    private static DayOff Off(DemoLife life, DateOnly day) =>
        new()
        {
            PersonId = life.Person.Id,
            Id = Guid.CreateVersion7(Now),
            Day = day,
            Zone = life.Person.Zone,
            At = Now,
            Reserve = false,
        };

    private static Pause Pause(DemoLife life, DateOnly day, int days) =>
        new()
        {
            PersonId = life.Person.Id,
            Id = Guid.CreateVersion7(Now),
            Day = day,
            Zone = life.Person.Zone,
            At = Now,
            Until = day.AddDays(days - 1),
        };

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
