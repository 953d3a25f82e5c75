using System.Globalization;
using System.Net;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Cairn.Reflect.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.Report;

public sealed class ReportTests
{
    private const string Time = "from=2026-02-01&through=2026-03-02";

    /// <summary>Each part has words that stand nowhere else; a report has those of its parts, and none of the others.</summary>
    [Theory, EachDatabase]
    public async Task A_report_holds_what_was_chosen_and_not_one_word_of_what_was_not(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var words = await Write(cairn);

        foreach (var (part, its) in words)
        {
            await visitor.Open($"/report/print?{Time}&part={part}");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            var html = visitor.Page.DocumentElement.OuterHtml;
            foreach (var word in its)
            {
                Assert.Contains(word, html, StringComparison.Ordinal);
            }

            foreach (var word in words.Where(other => other.Key != part).SelectMany(other => other.Value).Concat(Never))
            {
                Assert.DoesNotContain(word, html, StringComparison.Ordinal);
            }
        }

        await visitor.Open($"/report/print?{Time}&{string.Join('&', words.Keys.Select(part => "part=" + part))}");
        foreach (var word in words.Values.SelectMany(its => its))
        {
            Assert.Contains(word, visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task Each_part_is_off_until_it_is_chosen_and_nothing_chosen_is_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var words = await Write(cairn);

        await visitor.Open("/report");
        var boxes = visitor.Page.QuerySelectorAll("input[name=part]");
        Assert.Equal(words.Keys.Order(), boxes.Select(box => box.GetAttribute("value")!).Order());
        Assert.All(boxes, box => Assert.False(box.HasAttribute("checked")));
        Assert.Equal("2026-01-01", visitor.Page.QuerySelector("#from")!.GetAttribute("value"));

        foreach (
            var (query, sentence) in new[]
            {
                (Time, "Choose what"),
                ("from=2026-03-02&through=2026-02-01&part=wins", "before the first"),
                ("from=soon&through=2026-02-01&part=wins", "2026-03-01"),
            }
        )
        {
            await visitor.Open("/report/print?" + query);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
            Assert.Contains(sentence, visitor.Page.QuerySelector(".wrong")!.TextContent, StringComparison.Ordinal);
        }

        Assert.True(visitor.Page.QuerySelector("input[value=wins]")!.HasAttribute("checked"));
        Assert.Equal("soon", visitor.Page.QuerySelector("#from")!.GetAttribute("value"));
    }

    [Theory, EachDatabase]
    public async Task Who_stopped_rating_feelings_is_not_offered_them_and_does_not_print_them(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Write(cairn);
        await cairn.Look(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.RatesFeelings, false)));

        await visitor.Open("/report");
        Assert.Null(visitor.Page.QuerySelector("input[value='question.mood']"));
        await visitor.Open($"/report/print?{Time}&part=question.mood&part=wins");
        Assert.DoesNotContain("mood", visitor.Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Against the raw rows, one by one.</summary>
    [Theory, EachDatabase]
    public async Task The_figures_are_what_a_slow_count_of_the_rows_says(Database database)
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
        var entries = await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync());
        var checkIns = await cairn.Look(db => db.DayWords.OfType<CheckIn>().AsNoTracking().ToListAsync());
        var (first, last) = (new DateOnly(2025, 5, 1), new DateOnly(2025, 8, 31));

        await visitor.Open("/report/print?from=2025-05-01&through=2025-08-31&part=wins&part=question.mood");

        var wins = 0;
        foreach (var entry in entries)
        {
            wins += entry.IsWin && entry.SupersededBy is null && entry.Day >= first && entry.Day <= last ? 1 : 0;
        }

        var tables = visitor.Page.QuerySelectorAll("table").ToList();
        Assert.Equal(
            wins,
            tables[0]
                .QuerySelectorAll("tbody td:last-child")
                .Sum(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture))
        );
        Assert.Equal(4, tables[0].QuerySelectorAll("tbody tr").Length);
        var moods = new SortedDictionary<DateOnly, List<int>>();
        foreach (var checkIn in checkIns.Where(one => one.Day >= first && one.Day <= last))
        {
            var monday = checkIn.Day;
            while (monday.DayOfWeek != DayOfWeek.Monday)
            {
                monday = monday.AddDays(-1);
            }

            moods.TryAdd(monday, []);
            moods[monday].Add(checkIn.Answers["mood"].Rating!.Value);
        }

        Assert.Equal(
            moods.Values.Select(week => (Math.Round(week.Average(), 1), week.Min(), week.Max(), week.Count)),
            tables[1]
                .QuerySelectorAll("tbody tr")
                .Select(row =>
                    row.QuerySelectorAll("td")
                        .Select(cell => double.Parse(cell.TextContent, CultureInfo.InvariantCulture))
                        .ToList()
                )
                .Select(row => (row[0], (int)row[1], (int)row[2], (int)row[3]))
        );
    }

    /// <summary>Of no part: goals, why they matter, cues, and what lies outside of the time.</summary>
    private static readonly string[] Never = ["quokka", "zebra", "walrus", "ocelot", "Europe/", "data-person"];

    /// <returns>The words of each part.</returns>
    private static Task<Dictionary<string, string[]>> Write(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var me = await db.People.SingleAsync();
            var (day, now) = (new DateOnly(2026, 2, 20), TestCairn.Monday.AddDays(-10));
            var (area, goal) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
            db.Goals.Add(GoalOf(me, area, "quokka", "meadow"));
            db.Goals.Add(GoalOf(me, goal, "quokka too", Areas.Work));
            var walk = Begin(db, me, goal, "heron", "furlongs");
            var read = Begin(db, me, area, "marten", "chapters");
            db.Entries.AddRange(
                Won(me, walk, day, "a note about badgers"),
                Won(me, read, day, null),
                Won(me, walk, day.AddDays(-100), "a note about ocelots")
            );
            db.DayWords.AddRange(
                new NoticedWin
                {
                    PersonId = me.Id,
                    Id = Guid.CreateVersion7(now),
                    Day = day,
                    Zone = me.Zone,
                    At = now,
                    Text = "fed the robins",
                },
                new DayOff
                {
                    PersonId = me.Id,
                    Id = Guid.CreateVersion7(now),
                    Day = new DateOnly(2026, 2, 11),
                    Zone = me.Zone,
                    At = now,
                    Reserve = false,
                },
                new CheckIn
                {
                    PersonId = me.Id,
                    Id = Guid.CreateVersion7(now),
                    Day = day,
                    Zone = me.Zone,
                    At = now,
                    Answers = new Dictionary<string, Answer>(StringComparer.Ordinal)
                    {
                        ["mood"] = Answer.Of(7),
                        ["motivation"] = Answer.Of(5),
                        ["solving"] = Answer.Of(6),
                        ["best"] = Answer.Of("a kingfisher"),
                        ["inTheWay"] = Answer.Of("a wasp"),
                        ["inTheWayKind"] = Answer.Of("heldUp"),
                        ["helped"] = Answer.Of("together"),
                        ["hindered"] = Answer.Of("alone"),
                    },
                },
                new Letter
                {
                    PersonId = me.Id,
                    Id = Guid.CreateVersion7(now),
                    Day = day,
                    Zone = me.Zone,
                    At = now,
                    Period = "2026-01",
                    Content =
                        """{"stones":7,"daysWithStones":3,"days":31,"areas":[],"moments":[{"day":"2026-01-05","text":"an owl"}]}""",
                }
            );
            await db.SaveChangesAsync();
            return new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["wins"] = ["meadow", "Wins by area"],
                [ReportWish.PartOfStep(walk)] = ["heron", "furlongs"],
                [ReportWish.PartOfStep(read)] = ["marten", "chapters"],
                ["noticed"] = ["fed the robins", "Noticed wins"],
                ["notes"] = ["badgers"],
                ["rests"] = ["11 Feb 2026", "Rests and pauses"],
                ["question.mood"] = ["How was your mood"],
                ["question.motivation"] = ["How much did you feel like"],
                ["question.solving"] = ["How able did you feel"],
                ["question.best"] = ["kingfisher", "The best moment"],
                ["question.inTheWay"] = ["a wasp"],
                ["question.inTheWayKind"] = ["It held me up"],
                ["question.helped"] = ["being with people"],
                ["question.hindered"] = ["being alone with it"],
                ["letter.2026-01"] = ["an owl", "January 2026"],
            };
        });

    private static Goal GoalOf(Person me, Guid id, string title, string area) =>
        new()
        {
            PersonId = me.Id,
            Id = id,
            Title = title,
            Why = "because of the zebra",
            Area = area,
            Created = TestCairn.Monday.AddDays(-200),
        };

    private static Guid Begin(CairnDb db, Person me, Guid goal, string name, string unit)
    {
        var id = Guid.CreateVersion7(TestCairn.Monday);
        db.Steps.Add(
            new Step
            {
                PersonId = me.Id,
                Id = id,
                GoalId = goal,
                Kind = StepKind.Practice,
                Position = 0,
                Created = TestCairn.Monday.AddDays(-200),
            }
        );
        db.StepVersions.Add(
            new StepVersion
            {
                PersonId = me.Id,
                StepId = id,
                Number = 1,
                From = new DateOnly(2025, 8, 1),
                Name = name,
                Unit = unit,
                Scale = Scale.Whole,
                Stated = 10,
                Cue = "I see the walrus",
                Written = TestCairn.Monday.AddDays(-200),
            }
        );
        return id;
    }

    private static Entry Won(Person me, Guid step, DateOnly day, string? note) =>
        new()
        {
            PersonId = me.Id,
            Id = Guid.CreateVersion7(TestCairn.Monday),
            StepId = step,
            Day = day,
            Zone = me.Zone,
            At = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
            Outcome = Outcome.Won,
            Tier = Tier.Target,
            Note = note,
            Bars = new Bars(5, 10, 20, .97, .9, .5),
        };
}
