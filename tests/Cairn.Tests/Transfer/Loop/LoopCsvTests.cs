using Xunit;

namespace Cairn.Transfer.Loop;

public sealed class LoopCsvTests
{
    [Fact]
    public void Names_of_values_are_read_by_the_type_of_the_habit()
    {
        var told = Foreign.Tell(Samples.LoopCsv);

        Assert.Equal("loop-csv", told.Format);
        Assert.Equal(
            ["2026-03-02 Won Target felt easy", "2026-03-03 Rest", "2026-03-04 NotToday"],
            told.Goals[0].Days()
        );
        Assert.Equal(["2026-03-02 Won Target 7.5", "2026-03-03 Rest"], told.Goals[1].Days());
        Assert.Equal(("pages", 5.0), (told.Goals[1].Steps[0].Unit, told.Goals[1].Steps[0].Stated));
        Assert.Equal(
            (3, 7, "Did you stretch?"),
            (told.Goals[0].Steps[0].Times, told.Goals[0].Steps[0].PerDays, told.Goals[0].Why)
        );
        Assert.Contains("worked this yes out", Assert.Single(told.Skipped).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO", "NotToday")]
    [InlineData("YES_AUTO", "Won Floor 0.001")]
    [InlineData("YES_MANUAL", "Won Floor 0.002")]
    [InlineData("SKIP", "Rest")]
    [InlineData("4000", "Won Floor 4")]
    public void Small_numbers_of_a_measured_habit_are_printed_as_names(string value, string says)
    {
        var told = Foreign.Tell(
            Foreign.Zip(
                (
                    "Habits.csv",
                    "Position,Name,Type,Target Type,Target Value,Unit\n001,Read,NUMERICAL,AT_LEAST,5.0,pages\n"
                ),
                ("001 Read/Checkmarks.csv", $"Date,Value,Notes\n2026-03-02,{value},\n")
            )
        );

        Assert.Equal([$"2026-03-02 {says}"], told.Goals[0].Days());
    }

    [Fact]
    public void The_older_generation_has_numbers_and_asks_for_the_type_it_does_not_name()
    {
        var asked = Foreign.Tell(Samples.LoopCsvBefore);
        var told = Foreign.Tell(Samples.LoopCsvBefore, ("type:Read", "amount"));

        Assert.Equal("type:Read", Assert.Single(asked.Questions, question => question.IsOpen).Key);
        Assert.DoesNotContain(told.Questions, question => question.IsOpen);
        Assert.Equal(["2026-03-02 Won Target", "2026-03-03 Rest", "2026-03-04 NotToday"], told.Goals[0].Days());
        Assert.Equal(["2026-03-02 Won Target 7.5", "2026-03-03 Rest"], told.Goals[1].Days());
    }

    [Fact]
    public void A_folder_around_it_and_names_that_point_elsewhere_change_nothing()
    {
        var told = Foreign.Tell(
            Foreign.Zip(
                ("Loop Habits CSV 2026-03-05/Habits.csv", "Position,Name,Type\n001,Stretch,YES_NO\n002,Gone,YES_NO\n"),
                (
                    "Loop Habits CSV 2026-03-05\\001 Stretch\\Checkmarks.csv",
                    "Date,Value,Notes\n2026-03-02,YES_MANUAL,\n"
                ),
                ("../../001 Stretch/Checkmarks.csv", "Date,Value,Notes\n2026-03-03,YES_MANUAL,\n"),
                ("/etc/passwd", "root")
            )
        );

        Assert.Equal(["2026-03-02 Won Target"], told.Goals[0].Days());
        Assert.Contains("no days", Assert.Single(told.Skipped).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Archived_habits_and_limits_are_kept()
    {
        var told = Foreign.Tell(
            Foreign.Zip(
                (
                    "Habits.csv",
                    "Position,Name,Type,Target Type,Target Value,Unit,Archived?\n001,Coffee,NUMERICAL,AT_MOST,2,cups,true\n"
                ),
                ("001 Coffee/Checkmarks.csv", "Date,Value,Notes\n2026-03-02,2000,\n2026-03-01,2500,\n")
            )
        );

        Assert.True(told.Goals[0].Steps[0].Archived);
        Assert.Equal(["2026-03-01 NotToday 2.5 cups", "2026-03-02 Won Target 2 cups"], told.Goals[0].Days());
    }
}
