using System.Globalization;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.People;

public sealed class PersonalDayTests
{
    [Theory]
    // Auckland, day start 04:00. Clocks go forward on 2026-09-27 at 02:00 (NZST, +12) to 03:00 (NZDT, +13).
    [InlineData("2026-09-26T14:30:00Z", "2026-09-26")] // 03:30 NZDT on the 27th: still the evening before
    [InlineData("2026-09-26T14:59:59Z", "2026-09-26")] // 03:59:59
    [InlineData("2026-09-26T15:00:00Z", "2026-09-27")] // 04:00
    [InlineData("2026-09-26T13:59:59Z", "2026-09-26")] // 01:59:59 NZST
    // Clocks go back on 2026-04-05 at 03:00 (NZDT) to 02:00 (NZST): 02:30 happens twice, 03:30 once.
    [InlineData("2026-04-04T13:30:00Z", "2026-04-04")] // first 02:30
    [InlineData("2026-04-04T14:30:00Z", "2026-04-04")] // second 02:30
    [InlineData("2026-04-04T15:30:00Z", "2026-04-04")] // 03:30
    [InlineData("2026-04-04T16:00:00Z", "2026-04-05")] // 04:00
    public void A_night_on_which_the_clocks_change_belongs_to_the_evening_before(string instant, string day)
    {
        var person = new Person
        {
            Id = Guid.Empty,
            Zone = "Pacific/Auckland",
            DayStart = new(4, 0),
            Created = default,
        };

        Assert.Equal(
            DateOnly.Parse(day, CultureInfo.InvariantCulture),
            person.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture))
        );
    }

    [Theory, EachDatabase]
    public async Task In_Auckland_at_half_past_three_on_the_night_the_clocks_change_a_tap_counts_for_the_evening_before(
        Database database
    )
    {
        var halfPastThree = new DateTimeOffset(2026, 9, 27, 3, 30, 0, TimeSpan.FromHours(13));
        await using var cairn = await TestCairn.Start(database, halfPastThree);
        using var visitor = cairn.Visit();

        await visitor.Begin(zone: "Pacific/Auckland");
        await visitor.Press("tier", "Floor");

        var entry = await cairn.Look(db => db.Entries.SingleAsync());
        Assert.Equal(new DateOnly(2026, 9, 26), entry.Day);
        Assert.Equal("Pacific/Auckland", entry.Zone);
        Assert.Equal(halfPastThree.UtcDateTime, entry.At.UtcDateTime);
    }

    [Theory, EachDatabase]
    public async Task A_day_ends_when_the_person_says_and_not_at_midnight(Database database)
    {
        var lateEvening = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.FromHours(1));
        await using var cairn = await TestCairn.Start(database, lateEvening);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Floor");

        cairn.Clock.Advance(TimeSpan.FromHours(4)); // 03:30
        await visitor.Open("/");
        Assert.Contains("1 stone today", visitor.Text, StringComparison.Ordinal);

        cairn.Clock.Advance(TimeSpan.FromHours(1)); // 04:30
        await visitor.Open("/");
        Assert.DoesNotContain("1 stone today", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_day_start_and_the_zone_can_be_changed_and_a_wrong_one_is_kept_on_the_screen(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();

        await visitor.Open("/settings");
        visitor.Fill("zone", "Middle/Earth");
        await visitor.Press();
        Assert.Contains("not known here", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("Middle/Earth", visitor.Page.QuerySelector("#zone")!.GetAttribute("value"));

        visitor.Fill("zone", "Asia/Tokyo");
        visitor.Fill("dayStart", "05:30");
        await visitor.Press();

        var person = await cairn.Look(db => db.People.AsNoTracking().SingleAsync());
        Assert.Equal(("Asia/Tokyo", new TimeOnly(5, 30)), (person.Zone, person.DayStart));
    }
}
