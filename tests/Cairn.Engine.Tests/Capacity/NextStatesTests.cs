using Cairn.Engine.Capacity;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

public sealed class NextStatesTests
{
    [Fact]
    public void A_preview_shows_exactly_what_the_tap_will_do()
    {
        var someone = Histories.Lived(seed: 11, days: 30);
        var today = someone.Today;
        Fact[] morning = [new Felt(today, DayFeel.Rough)];
        var states = someone.Belief.NextStates(today, Walk, Limits.None, Dial.Steady, morning);
        Assert.Equal(11, states.Length);
        foreach (var state in states)
        {
            var after = someone.Belief.After([.. morning, state.Answer], today);
            Assert.Equal(after.BarsOn(today.AddDays(1), Walk, Limits.None, Dial.Steady), state.Next);
        }
    }

    [Fact]
    public void The_lapse_rate_of_a_forgetful_person_rises_and_of_a_regular_one_falls()
    {
        var before = new Someone().Belief.LapseOf(Walk);
        Assert.True(new Someone().Misses(MissReason.Forgot, 8).Belief.LapseOf(Walk) > 0.25);
        Assert.True(new Someone().Wins(Tier.Target, 30).Belief.LapseOf(Walk) < before / 2);
    }
}
