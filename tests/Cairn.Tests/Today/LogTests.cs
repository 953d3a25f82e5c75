using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Today;

public sealed class LogTests
{
    [Theory, EachDatabase]
    public async Task The_same_entry_sent_five_times_two_of_them_at_once_is_one_entry(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var tap = visitor.FieldsFor(visitor.FindButton("tier", "Floor"));

        await Task.WhenAll(Send(visitor, "/act/win", tap), Send(visitor, "/act/win", tap));
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, await Send(visitor, "/act/win", tap));
        }

        var entry = await cairn.Look(db => db.Entries.SingleAsync());
        Assert.Equal(tap["id"], entry.Id.ToString());
    }

    [Theory, EachDatabase]
    public async Task An_undo_sent_twice_at_once_and_once_more_is_one_undo(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Floor");
        var undo = visitor.FieldsFor(visitor.FindButton(within: ".answer"));

        await Task.WhenAll(Send(visitor, "/act/takeBack", undo), Send(visitor, "/act/takeBack", undo));
        await Send(visitor, "/act/takeBack", undo);
        await Send(visitor, "/act/takeBack", new(undo, StringComparer.Ordinal) { ["id"] = NewId(7) });

        var entries = await cairn.Look(db => db.Entries.ToListAsync());
        Assert.Equal(2, entries.Count);
        Assert.Single(entries, entry => entry.Outcome == Outcome.TakenBack);
    }

    [Theory, EachDatabase]
    public async Task Two_hundred_taps_on_one_bar_at_once_are_one_entry(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var tap = visitor.FieldsFor(visitor.FindButton("tier", "Target"));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i => Send(visitor, "/act/win", new(tap, StringComparer.Ordinal) { ["id"] = NewId(i) }))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer));
        Assert.Equal(1, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Taps_on_different_bars_at_once_leave_exactly_one_that_counts(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var tap = visitor.FieldsFor(visitor.FindButton("tier", "Target"));
        string[] tiers = ["Floor", "Target", "Stretch"];

        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    Send(
                        visitor,
                        "/act/win",
                        new(tap, StringComparer.Ordinal) { ["id"] = NewId(i), ["tier"] = tiers[i % 3] }
                    )
                )
        );

        var entries = await cairn.Look(db => db.Entries.ToListAsync());
        Assert.Single(entries, entry => entry.SupersededBy is null);
        Assert.All(
            entries.Where(entry => entry.SupersededBy is not null),
            entry => Assert.Contains(entries, later => later.Id == entry.SupersededBy)
        );
    }

    [Theory, EachDatabase]
    public async Task A_tap_that_makes_no_sense_is_refused_and_changes_nothing(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var tap = visitor.FieldsFor(visitor.FindButton("tier", "Target"));

        foreach (
            var (field, value) in new[]
            {
                ("tier", "Mountain"),
                ("tier", "7"),
                ("id", "no id"),
                ("id", Guid.Empty.ToString()),
                ("step", "x"),
            }
        )
        {
            var wrong = new Dictionary<string, string>(tap, StringComparer.Ordinal) { [field] = value };
            Assert.Equal(HttpStatusCode.BadRequest, await Send(visitor, "/act/win", wrong));
        }

        Assert.Equal(0, await cairn.Look(db => db.Entries.CountAsync()));
    }

    private static async Task<HttpStatusCode> Send(Visitor visitor, string path, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await visitor.Http.PostAsync(new Uri(path, UriKind.Relative), form);
        return answer.StatusCode;
    }

    private static string NewId(int i) => Guid.CreateVersion7(TestCairn.Monday.AddMilliseconds(i)).ToString();
}
