using Xunit;

namespace Cairn.Transfer.Beaver;

public sealed class BeaverTests
{
    [Fact]
    public void The_made_up_example_gives_a_win_and_a_rest_with_its_note()
    {
        var told = Foreign.Tell(Samples.Beaver);

        var goal = Assert.Single(told.Goals);
        Assert.Equal(("beaver", "beaver:a1b2c3", "Walk"), (told.Format, goal.Source, goal.Title));
        Assert.Equal((3, 7), (goal.Steps[0].Times, goal.Steps[0].PerDays));
        Assert.Equal(["2026-03-02 Won Target round the block", "2026-03-03 Rest ill"], goal.Days());
        Assert.Empty(told.Skipped);
    }

    [Fact]
    public void Not_done_without_a_word_is_not_today_and_a_name_with_records_is_enough()
    {
        var told = Foreign.Tell("""{"habits":[{"name":"Walk","records":[{"day":"2026-03-02","done":false}]}]}""");

        Assert.Equal(["2026-03-02 NotToday"], Assert.Single(told.Goals).Days());
    }

    [Fact]
    public void An_archived_habit_keeps_its_days_and_a_deleted_one_is_reported()
    {
        var told = Foreign.Tell(
            """
            {"habits":[{"id":"1","name":"Walk","status":"archive","records":[{"day":"2026-03-02","done":true}]},
                       {"id":"2","name":"Sing","status":"soft_delete","records":[{"day":"2026-03-02","done":true}]}],
             "backup":{"token":"secret"}}
            """
        );

        Assert.True(Assert.Single(told.Goals).Steps[0].Archived);
        Assert.Contains("deleted", Assert.Single(told.Skipped).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_habit_with_an_id_is_the_same_as_one_imported_by_its_name()
    {
        var goal = Foreign.Tell(Samples.Beaver).Goals[0];

        Assert.Equal("beaver:Walk", goal.FormerSource);
    }

    [Fact]
    public void Two_records_of_one_day_lose_no_note()
    {
        var told = Foreign.Tell(
            """
            {"habits":[{"name":"Walk","records":[{"day":"2026-03-02","done":true,"text":"first"},
                                                 {"day":"2026-03-02","done":true}]}]}
            """
        );

        Assert.Equal(["2026-03-02 Won Target first"], told.Goals[0].Days());
        Assert.Single(told.Skipped);
    }
}
