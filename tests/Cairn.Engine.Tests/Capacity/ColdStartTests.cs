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

    /// <summary>The same line by another way: least squares around the weighted centre.</summary>
    [Fact]
    public void The_line_is_the_weighted_least_squares_line_and_its_error_is_heard()
    {
        Ruler[] rulers = [new(10_000, 2), new(6_000, 5), new(3_000, 6), new(900, 9)];
        var prior = Parameters.Default;
        var points = rulers
            .Select(ruler =>
            {
                var z = Normal.Quantile(ruler.Confidence / 10.0);
                var rounding = 0.0289 / Normal.Density(z);
                return (X: Math.Log(ruler.Amount), Z: z, W: 1 / (Math.Pow(rounding, 2) + Math.Pow(prior.RulerSlip, 2)));
            })
            .ToList();
        var weight = points.Sum(point => point.W);
        var (x, z) = (points.Sum(p => p.W * p.X) / weight, points.Sum(p => p.W * p.Z) / weight);
        var width = points.Sum(p => p.W * Math.Pow(p.X - x, 2));
        var slope = points.Sum(p => p.W * (p.X - x) * (p.Z - z)) / width;

        var expected = Fresh();
        var error = 1 / Math.Sqrt(width) / slope;
        expected.HearSpread(Math.Log(-1 / slope), Math.Sqrt(Math.Pow(error, 2) + Math.Pow(prior.RulerSpreadError, 2)));
        expected.Hear(0, x + (Math.Exp(expected.Noise) * (z - prior.RulerOptimism)), prior.RulerError);
        var heard = Fresh();
        ColdStart.Hear(heard, 0, [.. rulers]);

        Assert.Equal(expected.Noise, heard.Noise, 9);
        Assert.Equal(expected.NoiseVariance, heard.NoiseVariance, 9);
        Assert.Equal(expected.Mean.ToArray(), heard.Mean.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(expected.Covariance.ToArray(), heard.Covariance.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Surely_and_never_are_left_out_where_there_is_an_answer_between_them()
    {
        var between = new Ruler(5_000, 6);
        Assert.Equal(Asked(between), Asked(new Ruler(10_000, 0), between, new Ruler(2_000, 10)));
    }

    private static Mind Fresh()
    {
        var none = new Mind(new double[Mind.Cells(0)], 0, Parameters.Default);
        none.Begin();
        var mind = new Mind(new double[Mind.Cells(1)], 1, Parameters.Default);
        mind.Grow(none, 10_000, Scale.Fine);
        return mind;
    }
}
