using Cairn.Data;
using Xunit;

namespace Cairn.Transfer.Habitica;

public sealed class HabiticaTests
{
    private const long Monday = 1772442000000; // 2026-03-02 09:00 UTC
    private const long Hour = 60 * 60 * 1000;

    [Fact]
    public void A_rise_is_a_win_the_same_value_an_echo_and_a_fall_says_nothing()
    {
        var told = Foreign.Tell(Samples.Habitica);

        var goal = Assert.Single(told.Goals);
        Assert.Equal(("habitica", "Tidy desk", "one drawer"), (told.Format, goal.Title, goal.Why));
        Assert.Equal((5, 7), (goal.Steps[0].Times, goal.Steps[0].PerDays));
        Assert.Equal(["2026-03-02 Won Target"], goal.Days());
        Assert.Empty(told.Skipped);
    }

    /// <summary>01:30 in Berlin is still the evening before for somebody whose day starts at three.</summary>
    [Fact]
    public void The_day_is_the_persons_own()
    {
        var night = Monday + (15 * Hour) + (Hour / 2); // 00:30 UTC on Tuesday
        var told = Foreign.Tell(Daily($$"""{"date":{{night}},"value":1}"""));

        Assert.Equal(["2026-03-02 Won Target"], told.Goals[0].Days());
    }

    [Fact]
    public void Thinned_points_are_reported_and_not_taken_for_days()
    {
        var told = Foreign.Tell(
            Daily(
                $$"""{"date":{{Monday - (60 * 24 * Hour)}},"value":1},{"date":{{Monday - (30 * 24 * Hour)}},"value":2},{"date":{{Monday}},"value":3}"""
            )
        );

        Assert.Empty(told.Goals[0].Steps[0].Entries);
        Assert.Equal(3, told.Skipped.Count);
    }

    [Fact]
    public void A_habit_counts_how_often_and_one_to_avoid_is_reported()
    {
        var told = Foreign.Tell(
            $$$"""
            {"tasks":{"dailys":[],"habits":[
              {"_id":"1","text":"Stairs","up":true,"down":false,"history":[{"date":{{{Monday}}},"value":3,"scoredUp":3,"scoredDown":0},{"date":{{{Monday
                + (24 * Hour)}}},"value":2,"scoredUp":0,"scoredDown":1}]},
              {"_id":"2","text":"Smoking","up":false,"down":true,"history":[]}]}}
            """
        );

        Assert.Equal(["2026-03-02 Won Target 3"], Assert.Single(told.Goals).Days());
        Assert.Contains("Smoking", Assert.Single(told.Skipped).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_to_dos_become_goals_with_their_checklist_as_tasks()
    {
        var told = Foreign.Tell(
            """
            {"tasks":{"habits":[],"todos":[
              {"text":"Tax","notes":"until May","completed":false,"checklist":[{"text":"find the folder","completed":false},{"text":"log in","completed":true}]},
              {"text":"Done","completed":true}]}}
            """
        );

        var goal = Assert.Single(told.Goals);
        Assert.Equal(("Tax", "until May"), (goal.Title, goal.Why));
        Assert.Equal(("find the folder", StepKind.Task), (Assert.Single(goal.Steps).Name, goal.Steps[0].Kind));
        Assert.Single(told.Skipped);
    }

    private static string Daily(string points)
    {
        var from = Samples.Habitica.IndexOf("\"history\":[", StringComparison.Ordinal) + "\"history\":[".Length;
        return Samples.Habitica[..from] + points + "]}]}}";
    }
}
