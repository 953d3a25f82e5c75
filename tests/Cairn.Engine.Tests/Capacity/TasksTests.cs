using Cairn.Engine.Capacity;
using Xunit;

namespace Cairn.Engine.Tests.Capacity;

public sealed class TasksTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Guid Work = new("0195a000-0000-7000-8000-00000000000a");
    private static readonly Guid Health = new("0195a000-0000-7000-8000-00000000000b");

    [Fact]
    public void Tasks_that_were_done_make_longer_pieces_in_their_area_and_a_little_in_the_others()
    {
        var fresh = Belief.Of().After([Tasks.Begin(Day, Work), Tasks.Begin(Day, Health)], Day);
        var belief = fresh;
        for (var day = 1; day <= 20; day++)
        {
            belief = belief.After([Tasks.Done(Day.AddDays(day), Work, 40)], Day.AddDays(day));
        }

        var asked = Day.AddDays(22);
        double Chance(Belief b, Guid area) => b.ChanceOn(asked, area, 30) / b.ChanceOn(asked, area, 1e-9);
        Assert.True(Chance(belief, Work) > Chance(belief, Health));
        Assert.True(Chance(belief, Health) > Chance(fresh, Health));
    }

    [Fact]
    public void A_task_that_was_put_off_as_too_big_falls_into_more_pieces()
    {
        var belief = Belief.Of().After([Tasks.Begin(Day, Work)], Day);
        var before = belief.BarsOn(Day.AddDays(3), Work, Limits.None, Dial.Steady);
        var after = belief
            .After([Tasks.PutOff(Day.AddDays(1), Work, 10, MissReason.TooBig)], Day.AddDays(1))
            .BarsOn(Day.AddDays(3), Work, Limits.None, Dial.Steady);
        Assert.True(Tasks.Pieces(60, after) > Tasks.Pieces(60, before));
        Assert.Equal(1, Tasks.Pieces(1, after));
    }
}
