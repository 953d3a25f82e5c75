using Cairn.Engine.Capacity;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

public sealed class ColdStartTests
{
    private static Bars Asked(params Ruler[] rulers) => new Someone(10_000, Scale.Fine, rulers).Bars;

    private static double Width(Bars bars) => Math.Log(bars.Stretch / bars.Target);

    [Fact]
    public void Confidence_that_hardly_falls_with_the_size_tells_of_wide_days()
    {
        var even = Asked(new Ruler(10_000, 4), new Ruler(5_000, 5), new Ruler(2_500, 6));
        var steep = Asked(new Ruler(10_000, 1), new Ruler(5_000, 5), new Ruler(2_500, 9));
        Assert.True(Width(even) > Width(steep) * 1.2, $"{even} against {steep}");
    }

    [Fact]
    public void One_answer_tells_nothing_about_how_days_differ()
    {
        var someone = new Someone(10_000, Scale.Fine, new Ruler(10_000, 5));
        var mind = new Mind(someone.Belief.Replay().Cells, 2, Parameters.Default);
        Assert.Equal(Math.Log(Parameters.Default.DaySpread), mind.Noise, 12);
    }

    [Fact]
    public void Answers_that_contradict_each_other_tell_nothing_about_how_days_differ()
    {
        var someone = new Someone(10_000, Scale.Fine, new Ruler(10_000, 8), new Ruler(5_000, 3));
        var mind = new Mind(someone.Belief.Replay().Cells, 2, Parameters.Default);
        Assert.Equal(Math.Log(Parameters.Default.DaySpread), mind.Noise, 12);
    }

    [Fact]
    public void The_line_through_exact_answers_gives_back_the_person()
    {
        // Spread .5, optimism .4: an even chance at e^−0.2 of 10,000 gives these answers, rounded to tenths.
        var rulers = new[] { 1.0, 0.7, 0.5 }
            .Select(share =>
            {
                var z = ((-0.2 - Math.Log(share)) / 0.5) + Parameters.Default.RulerOptimism;
                return new Ruler(10_000 * share, (int)Math.Round(10 * Normal.Below(z)));
            })
            .ToArray();
        var sure = Parameters.Default with { RulerError = 0.01, RulerSlip = 0.001, RulerSpreadError = 0.01 };
        var eve = FirstDay.AddDays(-1);
        var belief = Belief.Of(sure).After([new StepBegan(eve, Walk, 10_000, Scale.Fine, [.. rulers])], eve);
        var mind = new Mind(belief.Replay().Cells, 1, sure);
        Assert.Equal(0.5, Math.Exp(mind.Noise), 0.1);
        Assert.Equal(Math.Log(10_000) - 0.2, mind.Look(0, weekend: false, 0).Mean, 0.1);
    }

    [Fact]
    public void Surely_and_never_at_every_size_still_say_more_and_less()
    {
        var never = Asked(new Ruler(10_000, 0), new Ruler(5_000, 0));
        var nothing = Asked();
        var surely = Asked(new Ruler(10_000, 10), new Ruler(5_000, 10));
        Assert.True(never.Target < nothing.Target && nothing.Target < surely.Target);
    }

    [Fact]
    public void An_amount_that_is_none_is_not_heard()
    {
        Assert.Equal(Asked(), Asked(new Ruler(0, 5), new Ruler(double.NaN, 5), new Ruler(double.PositiveInfinity, 5)));
        Assert.Equal(Asked(new Ruler(5_000, 7)), Asked(new Ruler(-1, 2), new Ruler(5_000, 7)));
    }
}
