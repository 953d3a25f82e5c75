using Cairn.Engine.Momentum;
using Xunit;
using static Cairn.Engine.Tests.Momentum.Walked;

namespace Cairn.Engine.Tests.Momentum;

/// <summary>The series that Loop Habit Tracker publishes in its tests, to 2e-6, and what can be worked out by hand.</summary>
public sealed class PublishedSeriesTests
{
    private const double Exact = 2e-6;

    [Theory]
    [InlineData(1, 1, 0, 1, 0.051922)]
    [InlineData(1, 1, 0.5, 1, 0.525961)]
    [InlineData(1, 1, 0.75, 1, 0.762981)]
    [InlineData(1, 1, 0.5, 0, 0.474039)]
    [InlineData(1, 1, 0.75, 0, 0.711058)]
    [InlineData(1, 3, 0, 1, 0.030314)]
    [InlineData(1, 3, 0.5, 1, 0.515157)]
    [InlineData(1, 3, 0.75, 1, 0.757578)]
    [InlineData(1, 3, 0.5, 0, 0.484842)]
    [InlineData(1, 3, 0.75, 0, 0.727263)]
    public void One_day(int times, int days, double before, double share, double after) =>
        Assert.Equal(after, Recurrence.Next(before, (double)times / days, share), Exact);

    [Theory]
    [InlineData(1, 1, 0.948078)]
    [InlineData(1, 2, 0.963000)]
    [InlineData(5, 7, 0.955937)]
    [InlineData(4, 7, 0.960496)]
    [InlineData(3, 7, 0.965697)]
    [InlineData(2, 7, 0.971902)]
    [InlineData(1, 7, 0.980049)]
    [InlineData(1, 30, 0.990313)]
    public void What_a_day_keeps(int times, int days, double keeps) =>
        Assert.Equal(keeps, Recurrence.Keep((double)times / days), Exact);

    [Fact]
    public void A_plan_is_a_number_from_0_on_and_more_than_once_a_day_is_once()
    {
        Assert.Equal(1, Recurrence.Keep(0));
        Assert.Equal(Recurrence.Keep(1), Recurrence.Keep(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Recurrence.Keep(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Recurrence.Keep(double.NaN));
    }

    [Fact]
    public void Twenty_days_in_a_row() =>
        NewestFirst(
            Values("daily", "." + "x".Times(20)),
            [
                .. new[] { 0.655747, 0.636894, 0.617008, 0.596033, 0.573910, 0.550574, 0.525961, 0.500000, 0.472617 },
                .. new[] { 0.443734, 0.413270, 0.381137, 0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.147820 },
                .. new[] { 0.101149, 0.051922, 0 },
            ]
        );

    [Fact]
    public void Skipped_days_repeat_the_day_before() =>
        NewestFirst(
            Values("daily", "." + "x".Times(8) + "rr" + "x".Times(4) + "v" + "x".Times(5)),
            [
                .. new[] { 0.596033, 0.573910, 0.550574, 0.525961, 0.500000, 0.472617, 0.472617, 0.443734, 0.413270 },
                .. new[] { 0.381137, 0.347244, 0.347244, 0.347244, 0.311495 },
            ]
        );

    [Fact]
    public void One_win_and_then_nothing() =>
        NewestFirst(Values("daily", ".xr...."), [0.041949, 0.044247, 0.046670, 0.049226, 0.051922, 0.051922, 0]);

    [Fact]
    public void Two_in_three_days() =>
        NewestFirst(
            Values("2/3 days", "xx..xxx..x"),
            [0.2557, 0.2226, 0.1991, 0.1746, 0.1379, 0.0995, 0.0706, 0.0515, 0.0315, 0.0107],
            5e-5
        );

    [Theory]
    [InlineData("3/week", 2.0 / 3)]
    [InlineData("4/week", 0.5)]
    public void Two_of_more_a_week_for_a_hundred_weeks(string rhythm, double value) =>
        Assert.Equal(value, Values(rhythm, "x..x...".Times(100))[^1], 1e-5);

    [Fact]
    public void Once_a_week_on_days_that_move_is_all_of_it() =>
        Assert.Equal(1, Values("1/week", "x....x........".Times(50))[^1], 0.001);

    [Theory]
    [InlineData("daily", "x", 90)]
    [InlineData("1/week", "..x....", 39)]
    [InlineData("wed", "..x....", 39)]
    [InlineData("every 7 days", "x......", 39)]
    [InlineData("1/30 days", "....x.........................", 18)]
    public void The_same_number_of_weeks_or_months_reaches_nearly_all(string rhythm, string days, int times) =>
        Assert.InRange(Values(rhythm, days.Times(times))[^1], 0.99, 1);

    [Fact]
    public void Two_wins_of_one_in_two_days() => Assert.Equal(0.054816, Values("1/2 days", "xx")[^1], Exact);

    [Fact]
    public void The_first_week_of_three() =>
        Assert.Equal(
            [0.005717, 0.011238, 0.022287, 0.032957, 0.048978, 0.064450, 0.079391],
            Values("3/week", "x.x.x.."),
            (a, b) => Math.Abs(a - b) < Exact
        );

    [Theory]
    [InlineData(1, 0.051922)]
    [InlineData(7, 0.311495)]
    [InlineData(13, 0.5)]
    [InlineData(21, 0.673622)]
    [InlineData(26, 0.75)]
    [InlineData(30, 0.798017)]
    [InlineData(60, 0.959203)]
    [InlineData(66, 0.970373)]
    [InlineData(90, 0.991760)]
    [InlineData(100, 0.995165)]
    public void Daily_wins_approach_the_top(int days, double value)
    {
        Assert.Equal(value, Values("daily", "x".Times(days))[^1], Exact);
        Assert.Equal(1 - Math.Pow(0.5, days / 13.0), Values("daily", "x".Times(days))[^1], 1e-12);
    }

    [Theory]
    [InlineData(".", 0.948078)]
    [InlineData(".x", 0.950773)]
    [InlineData(".......", 0.688505)]
    [InlineData("rrrrrrr", 1.0)]
    public void From_the_top(string then, double value) =>
        Assert.Equal(value, Values("daily", "x".Times(700) + then)[^1], Exact);

    [Fact]
    public void Every_other_day_of_a_daily_plan()
    {
        var values = Values("daily", "x.".Times(400));
        Assert.Equal(0.513327, values[^2], Exact);
        Assert.Equal(0.486673, values[^1], Exact);
    }

    [Fact]
    public void The_shared_recurrence_gives_the_published_series_of_amounts()
    {
        static double[] From(double[] days, params int[] skips) =>
            LoopOracle.Amounts(2, false, 1, [.. days.Select((d, i) => skips.Contains(i) ? null : (double?)d)]);
        static double AtMost(params double[] days) => LoopOracle.Amounts(2, true, 1, [.. days.Cast<double?>()])[^1];
        static double[] Same(double amount, int days) => [.. Enumerable.Repeat(amount, days)];

        Assert.Equal(0.5, From(Same(1, 500))[^1], Exact);
        Assert.Equal(0.25, From(Same(0.5, 500))[^1], Exact);
        Assert.Equal(0.051922, From([10_000])[^1], Exact);
        var skipped = From(Same(2, 20), 9, 4);
        Assert.Equal(0.617008, skipped[^1], Exact);
        Assert.Equal(0.381137, skipped[^10], Exact);
        Assert.Equal([0.347244, 0.347244, 0.311495], [skipped[^11], skipped[^12], skipped[^13]], Near);
        Assert.Equal([0.192067, 0.192067, 0.051922], [skipped[^16], skipped[^17], skipped[^20]], Near);
        Assert.Equal(0.072631, LoopOracle.Amounts(2, false, 2, [2, 2])[^1], Exact);
        Assert.Equal(0.927369, LoopOracle.Amounts(2, true, 2, [5, 5])[^1], Exact);
        Assert.Equal(0.898850, AtMost(5, 5), Exact);
        Assert.Equal(0.344252, AtMost([1, .. Same(5, 20)]), Exact);
        Assert.Equal(0.5, AtMost(Same(3, 500)), Exact);
        Assert.Equal(0.25, AtMost(Same(3.5, 500)), Exact);
        Assert.Equal(0.950773, AtMost(10_000, 0), Exact);
        Assert.Equal(0.948077, AtMost(0, 5), Exact);

        // The oracle and ours are the same step: a share in, a value out.
        var value = 0.0;
        foreach (var amount in new[] { 0.3, 2, 0, 1.4, 9, 0.2 })
        {
            value = Recurrence.Next(value, 1, Math.Min(1, amount / 2));
        }

        Assert.Equal(LoopOracle.Amounts(2, false, 1, [0.3, 2, 0, 1.4, 9, 0.2])[^1], value, 1e-15);
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Exact;

    private static void NewestFirst(double[] values, double[] published, double within = Exact)
    {
        for (var back = 0; back < published.Length; back++)
        {
            Assert.True(
                Math.Abs(values[^(back + 1)] - published[back]) <= within,
                $"{back} days ago: {values[^(back + 1)]}, published {published[back]}"
            );
        }
    }
}
