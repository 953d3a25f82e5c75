using Cairn.Engine.Habit;
using CsCheck;
using Xunit;

namespace Cairn.Engine.Tests.Habit;

public sealed class HabitCurveTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1";
    private static readonly DateOnly First = new(2026, 1, 1);

    private static DateOnly Day(int after) => First.AddDays(after);

    private static double Curve(double start, double plateau, double days, int at) =>
        plateau - ((plateau - start) * Math.Pow(0.05, at / days));

    private static HabitCurve Fit(params (int Day, int Agreement)[] answers) =>
        HabitCurve.Of(First, answers.Select(answer => new AutomaticityAnswer(Day(answer.Day), answer.Agreement)));

    private static HabitCurve Answered(double start, double plateau, double days, int answers) =>
        Fit([
            .. Enumerable
                .Range(1, answers)
                .Select(n => (14 * n, 1 + (int)Math.Round(6 * Curve(start, plateau, days, 14 * n)))),
        ]);

    [Fact]
    public void Before_the_first_answer_it_says_what_is_published()
    {
        var range = Fit().DaysUntilHabit();
        Assert.InRange(range.Low, 15, 20);
        Assert.Equal(66, range.Middle, 1.0);
        Assert.InRange(range.High, 235, 270);
        Assert.Equal(0, Fit().Answers);
        Assert.True(Fit().On(Day(30)) is { Low: < 0.3, High: > 0.8 });
    }

    [Fact]
    public void One_answer_hardly_narrows_it()
    {
        var (before, after) = (Fit().DaysUntilHabit(), Fit((14, 3)).DaysUntilHabit());
        Assert.InRange((after.High - after.Low) / (before.High - before.Low), 0.8, 1.2);
    }

    [Fact]
    public void Many_answers_narrow_it_around_the_truth()
    {
        var wide = Answered(0.1, 0.9, 90, 2).DaysUntilHabit();
        var narrow = Answered(0.1, 0.9, 90, 20).DaysUntilHabit();
        Assert.True(narrow.High - narrow.Low < 0.75 * (wide.High - wide.Low), $"{wide} then {narrow}");
        Assert.InRange(90, narrow.Low, narrow.High);
        Assert.Equal(20, Answered(0.1, 0.9, 90, 20).Answers);
    }

    [Fact]
    public void A_fast_habit_and_a_slow_one_are_told_apart()
    {
        var (fast, slow) = (
            Answered(0.1, 0.95, 25, 12).DaysUntilHabit(),
            Answered(0.1, 0.95, 200, 12).DaysUntilHabit()
        );
        Assert.True(fast.High < slow.Middle && fast.Middle < slow.Low, $"{fast} {slow}");
    }

    [Fact]
    public void The_curve_rises_towards_its_plateau()
    {
        var curve = Answered(0.1, 0.7, 60, 12);
        Assert.True(curve.On(Day(0)).Middle < curve.On(Day(30)).Middle);
        Assert.True(curve.On(Day(30)).Middle < curve.On(Day(120)).Middle);
        Assert.Equal(0.7, curve.On(Day(400)).Middle, 0.06);
        Assert.Equal(curve.On(Day(0)), curve.On(Day(-9)));
    }

    [Fact]
    public void The_order_of_answers_does_not_matter()
    {
        var (one, other) = (
            Fit((14, 2), (28, 5), (42, 4)).DaysUntilHabit(),
            Fit((42, 4), (14, 2), (28, 5)).DaysUntilHabit()
        );
        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void An_answer_outside_of_its_scale_is_refused(int agreement) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit((14, agreement)));

    [Fact]
    public void An_agreement_is_a_share_of_its_scale()
    {
        Assert.Equal(0, new AutomaticityAnswer(First, 1).Share);
        Assert.Equal(0.5, new AutomaticityAnswer(First, 4).Share);
        Assert.Equal(1, new AutomaticityAnswer(First, 7).Share);
    }

    [Fact]
    public void Whatever_is_answered_a_range_is_a_range() =>
        Gen.Select(Gen.Int[-20, 900], Gen.Int[1, 7])
            .Array[0, 12]
            .Sample(
                answers =>
                {
                    var curve = Fit([.. answers.Select(answer => (answer.Item1, answer.Item2))]);
                    foreach (var range in new[] { curve.DaysUntilHabit(), curve.On(Day(40)) })
                    {
                        Assert.InRange(range.Middle, range.Low, range.High);
                    }

                    Assert.InRange(curve.DaysUntilHabit().Low, 1, 600);
                    Assert.InRange(curve.On(Day(40)).Low, 0, 1);
                    Assert.InRange(curve.On(Day(40)).High, 0, 1);
                },
                iter: IsLong ? 2_000 : 60
            );

    [Fact]
    public void The_range_holds_the_truth_about_as_often_as_it_says()
    {
        var dice = new Random(20260302);
        double Spread() => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
        var people = IsLong ? 2000 : 250;
        var held = 0;
        for (var person = 0; person < people; person++)
        {
            var days = 66 * Math.Exp(0.68 * Spread());
            var plateau = 0.2 + (0.8 * dice.NextDouble());
            var start = Math.Min(plateau, 0.6) * dice.NextDouble();
            var answers = dice.Next(0, 12);
            var range = Fit([
                    .. Enumerable
                        .Range(1, answers)
                        .Select(n =>
                            (
                                14 * n,
                                Math.Clamp(
                                    (int)
                                        Math.Round(1 + (6 * (Curve(start, plateau, days, 14 * n) + (0.13 * Spread())))),
                                    1,
                                    7
                                )
                            )
                        ),
                ])
                .DaysUntilHabit();
            held += days >= range.Low && days <= range.High ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{held} of {people}");
        Assert.InRange((double)held / people, 0.92, 0.99);
    }
}
