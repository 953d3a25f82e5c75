using Xunit;

namespace Cairn.Backups;

public sealed class RotationTests
{
    private static readonly DateTimeOffset Night = new(2026, 11, 27, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Seven_days_four_weeks_and_twelve_months_stay()
    {
        var folder = new List<Backup>();
        for (var night = Night.AddDays(-800); night <= Night; night = night.AddDays(1))
        {
            folder.Add(Made(night));
            var gone = Rotation.Superfluous(folder);
            folder.RemoveAll(gone.Contains);
        }

        var ages = folder.Select(backup => (Night - backup.Made).Days).Order().ToList();
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], ages.Take(7));
        Assert.InRange(
            folder.Count,
            Rotation.Days + 2 + Rotation.Months - 2,
            Rotation.Days + Rotation.Weeks + Rotation.Months
        );
        Assert.InRange(ages[^1], 330, 366); // the newest of the twelfth month
        Assert.Equal(
            Rotation.Months,
            folder.Select(backup => (backup.Made.Year, backup.Made.Month)).Distinct().Count()
        );
    }

    [Fact]
    public void A_month_without_backups_takes_none_away()
    {
        Backup[] old = [Made(Night.AddDays(-70)), Made(Night.AddDays(-71)), Made(Night.AddDays(-72))];

        Assert.Empty(Rotation.Superfluous([.. old, Made(Night)]));
    }

    [Fact]
    public void Nothing_stays_longer_than_a_year_and_a_clock_that_was_ahead_takes_no_recent_days_away()
    {
        var copy = Made(Night.AddDays(-400), Occasion.BeforeUpgrade);
        var week = Enumerable.Range(0, 7).Select(day => Made(Night.AddDays(-day))).ToList();
        var ahead = Made(Night.AddYears(3), Occasion.ByHand);

        Assert.Equal([copy], Rotation.Superfluous([copy, .. week]));
        Assert.Equal([copy, week[6]], Rotation.Superfluous([copy, .. week, ahead]));
    }

    [Fact]
    public void Of_one_day_the_newest_stays_and_copies_before_something_have_a_count_of_their_own()
    {
        var morning = Made(Night);
        var noon = Made(Night.AddHours(9), Occasion.ByHand);
        var before = Enumerable.Range(0, 7).Select(i => Made(Night.AddMinutes(i + 1), Occasion.BeforeImport)).ToList();

        Assert.Equal([morning, before[0], before[1]], Rotation.Superfluous([morning, noon, .. before]));
    }

    [Theory]
    [InlineData("2026-11-27T02:59:00Z", "2026-11-26T03:00:00Z", false)] // not three yet
    [InlineData("2026-11-27T03:01:00Z", "2026-11-26T03:00:00Z", true)]
    [InlineData("2026-11-27T11:00:00Z", "2026-11-26T03:05:00Z", true)] // it slept through the night
    [InlineData("2026-11-27T11:00:00Z", "2026-11-27T03:05:00Z", false)]
    [InlineData("2026-11-27T02:10:00Z", "2026-11-27T03:05:00Z", false)] // the clock jumped back an hour
    [InlineData("2026-11-27T11:00:00Z", "2027-11-27T03:05:00Z", true)] // the clock was a year ahead
    [InlineData("2026-11-27T11:00:00Z", null, true)]
    public void A_night_without_a_backup_is_made_up_for(string now, string? newest, bool isDue) =>
        Assert.Equal(
            isDue,
            NightlyBackups.IsDue(
                newest is null ? null : DateTimeOffset.Parse(newest, null),
                DateTimeOffset.Parse(now, null),
                TimeZoneInfo.Utc
            )
        );

    [Fact]
    public void A_name_says_when_and_why_and_no_other_name_is_taken_for_one()
    {
        var backup = Backup.In("/b", Night.AddMilliseconds(7), Occasion.BeforeUpgrade, isSealed: true);

        Assert.Equal("2026-11-27T030000.007Z-before-upgrade.db.gz.sealed", backup.Name);
        Assert.Equal(backup, Backup.Named(backup.Path));
        Assert.Null(Backup.Named("/b/2026-11-27T030000.007Z-nightly.db.gz.unfinished"));
        Assert.Null(Backup.Named("/b/notes.db.gz"));
    }

    private static Backup Made(DateTimeOffset at, Occasion occasion = Occasion.Nightly) =>
        Backup.In("/backups", at, occasion, isSealed: false);
}
