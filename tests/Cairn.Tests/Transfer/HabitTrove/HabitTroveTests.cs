using Xunit;

namespace Cairn.Transfer.HabitTrove;

public sealed class HabitTroveTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-02 Won Floor 2")]
    [InlineData("Asia/Tokyo", "2026-03-02 Won Floor 1", "2026-03-03 Won Floor 1")]
    public void A_completion_belongs_to_the_day_of_the_zone_that_the_backup_names(string zone, params string[] days)
    {
        var backup = Foreign.Zip(
            ("data/habits.json", Samples.HabitTrove),
            ("data/settings.json", $$$"""{"system":{"timezone":"{{{zone}}}"}}"""),
            ("data/auth.json", """{"users":[{"password":"hash"}]}""")
        );

        var told = Foreign.Tell(backup);

        Assert.Equal("habit-trove", told.Format);
        Assert.Equal(days, told.Goals[0].Days());
        Assert.Equal(3, told.Goals[0].Steps[0].Stated);
        Assert.DoesNotContain(told.Questions, question => question.IsOpen);
    }

    [Fact]
    public void Without_settings_the_zone_is_asked_and_never_taken_silently()
    {
        var asked = Foreign.Tell(Samples.HabitTrove);
        var told = Foreign.Tell(Samples.HabitTrove, ("zone", "Asia/Tokyo"));

        var question = Assert.Single(asked.Questions);
        Assert.Equal(("zone", true, "Europe/Berlin"), (question.Key, question.IsOpen, question.Guess));
        Assert.False(told.Questions[0].IsOpen);
        Assert.Equal(2, told.Goals[0].Steps[0].Entries.Count);
        Assert.True(Foreign.Tell(Samples.HabitTrove, ("zone", "Mars/Olympus")).Questions[0].IsOpen);
    }

    [Theory]
    [InlineData("FREQ=DAILY", 1, 1)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE,FR", 3, 7)]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=2", 1, 2)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1", 1, 30)]
    [InlineData("2026-03-02T07:00:00.000Z", 1, 1)]
    public void How_often_is_read_from_the_recurrence_rule(string rule, int times, int perDays)
    {
        var told = Foreign.Tell(Samples.HabitTrove.Replace("FREQ=DAILY", rule, StringComparison.Ordinal));

        Assert.Equal((times, perDays), (told.Goals[0].Steps[0].Times, told.Goals[0].Steps[0].PerDays));
    }

    [Fact]
    public void Very_old_days_have_no_time_and_a_task_that_is_open_becomes_one_to_do()
    {
        var told = Foreign.Tell(
            """
            {"habits":[{"id":"1","name":"Water","frequency":"FREQ=DAILY","completions":["2026-03-02"]},
                       {"id":"2","name":"Call the bank","isTask":true,"frequency":"2026-03-09T10:00:00.000Z","completions":[]}]}
            """
        );

        Assert.Equal(["2026-03-02 Won Target"], told.Goals[0].Days());
        Assert.Equal(Data.StepKind.Task, told.Goals[1].Steps[0].Kind);
    }
}
