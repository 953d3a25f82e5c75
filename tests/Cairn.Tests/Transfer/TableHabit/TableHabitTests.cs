using Xunit;

namespace Cairn.Transfer.TableHabit;

public sealed class TableHabitTests
{
    [Fact]
    public void The_made_up_example_gives_a_stretch_and_a_rest()
    {
        var told = Foreign.Tell(Samples.TableHabit);

        var goal = Assert.Single(told.Goals);
        var step = goal.Steps[0];
        Assert.Equal(("table-habit", "table-habit:1772442000"), (told.Format, goal.Source));
        Assert.Equal(("times", 2.0, 5.0, 3, 7), (step.Unit, step.Stated, step.Stretch, step.Times, step.PerDays));
        Assert.Equal(["2026-03-02 Won Stretch 5", "2026-03-03 Rest travel"], goal.Days());
    }

    [Theory]
    [InlineData(2, "Won Target 2")]
    [InlineData(1, "Won Floor 1")]
    [InlineData(0, "NotToday")]
    public void What_was_done_is_measured_against_the_goal_of_the_day(int value, string says)
    {
        var told = Foreign.Tell(
            Samples.TableHabit.Replace("\"record_value\":5", $"\"record_value\":{value}", StringComparison.Ordinal)
        );

        Assert.Equal($"2026-03-02 {says}", told.Goals[0].Days()[0]);
    }

    [Fact]
    public void A_habit_to_keep_low_is_a_yes_or_no_by_its_limit()
    {
        var told = Foreign.Tell(Samples.TableHabit.Replace("\"type\":1", "\"type\":2", StringComparison.Ordinal));

        Assert.Equal("2026-03-02 NotToday 5 times", told.Goals[0].Days()[0]);
    }

    [Theory]
    [InlineData("1", "\"[4]\"", 4, 7)]
    [InlineData("2", "\"[4]\"", 4, 30)]
    [InlineData("3", "\"[1,2]\"", 1, 2)]
    [InlineData("3", "[2,5]", 2, 5)]
    [InlineData("3", "\"[1,\"", 1, 1)]
    [InlineData("3", "\"{}\"", 1, 1)]
    [InlineData("9", "7", 1, 1)]
    public void How_often_is_json_inside_a_text(string type, string custom, int times, int perDays)
    {
        var told = Foreign.Tell(
            Samples
                .TableHabit.Replace("\"freq_type\":1", $"\"freq_type\":{type}", StringComparison.Ordinal)
                .Replace("\"[3]\"", custom, StringComparison.Ordinal)
        );

        Assert.Equal((times, perDays), (told.Goals[0].Steps[0].Times, told.Goals[0].Steps[0].PerDays));
    }

    [Fact]
    public void Archived_stays_and_deleted_is_reported()
    {
        Assert.True(
            Foreign
                .Tell(Samples.TableHabit.Replace("\"status\":1", "\"status\":3", StringComparison.Ordinal))
                .Goals[0]
                .Steps[0]
                .Archived
        );
        var deleted = Foreign.Tell(
            Samples.TableHabit.Replace("\"status\":1", "\"status\":2", StringComparison.Ordinal)
        );
        Assert.Empty(deleted.Goals);
        Assert.Single(deleted.Skipped);
    }
}
