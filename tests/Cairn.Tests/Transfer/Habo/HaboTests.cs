using Xunit;

namespace Cairn.Transfer.Habo;

public sealed class HaboTests
{
    [Fact]
    public void Each_kind_of_day_is_told_and_each_has_the_target_of_its_time()
    {
        var told = Foreign.Tell(Samples.Habo);

        Assert.Equal("habo", told.Format);
        Assert.Equal(
            [
                "2026-03-01 Won Target 20",
                "2026-03-02 Won Floor 5 short",
                "2026-03-03 NotToday tired",
                "2026-03-04 Rest",
            ],
            told.Goals[0].Days()
        );
        var step = told.Goals[0].Steps[0];
        Assert.Equal(("pages", 30.0, "after lunch"), (step.Unit, step.Stated, step.Cue));
        Assert.Equal(20, step.Entries[0].Planned);
        Assert.Equal("\"quiet\" corner\ntea", told.Goals[0].Why);
    }

    [Fact]
    public void Older_backups_are_the_list_itself()
    {
        var told = Foreign.Tell(
            """[{"title":"Stretch","twoDayRule":1,"events":{"2026-03-02 00:00:00.000Z":["DayType.check","felt easy"],"2026-03-03":["DayType.clear",""]}}]"""
        );

        Assert.Equal(["2026-03-02 Won Target felt easy"], told.Goals[0].Days());
        Assert.Empty(told.Skipped);
    }
}
