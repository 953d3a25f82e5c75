using Cairn.Engine.Praise;
using CsCheck;
using Xunit;

namespace Cairn.Engine.Tests.Praise;

public sealed class ImprovementsTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1";
    private static readonly DateOnly Today = new(2026, 3, 31);

    // One amount a day up to yesterday, the newest last.
    private static Amount[] Past(params double[] amounts) =>
        [.. amounts.Select((amount, i) => new Amount(Today.AddDays(i - amounts.Length), amount))];

    private static Improvement? Find(double amount, Amount[] past, DateOnly? named = null) =>
        Improvements.Find(new(Today, amount), past, named);

    [Fact]
    public void More_than_usual_is_named_with_what_it_is_compared_with() =>
        Assert.Equal(new Improvement(Today, 13, 10.5, 6, 6, null), Find(13, Past(9, 10, 11, 12, 10, 11)));

    [Fact]
    public void It_says_by_how_much() => Assert.Equal(1.3, Find(13, Past(10, 10, 10, 10))!.Factor, 12);

    [Fact]
    public void It_takes_four_days_to_have_a_usual()
    {
        Assert.Null(Find(100, []));
        Assert.Null(Find(100, Past(10, 10, 10)));
        Assert.NotNull(Find(100, Past(10, 10, 10, 10)));
    }

    [Fact]
    public void Less_than_three_percent_is_not_named()
    {
        Assert.Null(Find(102.9, Past(100, 100, 100, 100, 100)));
        Assert.NotNull(Find(103, Past(100, 100, 100, 100, 100)));
    }

    [Fact]
    public void What_may_be_noise_is_not_named()
    {
        // Better than seven of nine is 3 in 10 by chance, than eight of nine 2 in 10.
        Assert.Null(Find(14, Past(10, 10, 10, 10, 10, 10, 10, 15, 15)));
        Assert.NotNull(Find(14, Past(10, 10, 10, 10, 10, 10, 10, 10, 15)));
        Assert.Equal(0.3, Improvements.ChanceOfNoise(9, 7), 12);
        Assert.Equal(0.2, Improvements.ChanceOfNoise(9, 8), 12);
        Assert.Equal(1, Improvements.ChanceOfNoise(9, 0));
    }

    [Fact]
    public void The_same_again_is_no_improvement() => Assert.Null(Find(10, Past(10, 10, 10, 10, 10, 10)));

    [Fact]
    public void Only_the_last_28_days_matter()
    {
        Amount[] old = [.. Enumerable.Range(29, 20).Select(back => new Amount(Today.AddDays(-back), 50))];
        Assert.NotNull(Find(12, [.. old, .. Past(10, 10, 10, 10)]));
        Assert.Null(Find(12, [.. old, new(Today.AddDays(-28), 50), .. Past(10, 10, 10)]));
        Assert.Null(Find(12, [.. Past(10, 10, 10), new(Today, 10), new(Today.AddDays(1), 10)]));
        Assert.Null(Find(12, [.. Past(10, 10, 10), new(Today.AddDays(-9), 0)]));
    }

    [Fact]
    public void A_weekday_that_is_always_larger_is_its_own_usual()
    {
        Amount[] saturdays =
        [
            .. Enumerable.Range(1, 28).Select(back => new Amount(Today.AddDays(-back), back % 7 == 0 ? 30 : 10)),
        ];
        Assert.Null(Find(30.5, saturdays));
        var named = Find(31, saturdays);
        Assert.Equal((10, 30, 28), (named!.Usual, named.UsualOnWeekday, named.Days));
    }

    [Fact]
    public void Two_weekdays_are_no_usual() =>
        Assert.Null(
            Find(
                40,
                [.. Past(10, 10, 10, 10, 10, 10), new(Today.AddDays(-7), 30), new(Today.AddDays(-14), 30)]
            )!.UsualOnWeekday
        );

    [Fact]
    public void It_is_named_once_in_seven_days()
    {
        var past = Past(10, 10, 10, 10);
        Assert.Null(Find(20, past, Today));
        Assert.Null(Find(20, past, Today.AddDays(-6)));
        Assert.NotNull(Find(20, past, Today.AddDays(-7)));
    }

    [Fact]
    public void Whatever_is_named_is_better_than_usual() =>
        Gen.Select(Gen.Double[0.1, 100].Array[0, 40], Gen.Double[0.1, 100])
            .Sample(
                (amounts, amount) =>
                {
                    if (Find(amount, Past(amounts)) is { } named)
                    {
                        Assert.True(named.Factor >= 1.03);
                        Assert.True(Improvements.ChanceOfNoise(named.Days, named.BetterThan) <= 0.2);
                        Assert.True(named.Amount >= 1.03 * (named.UsualOnWeekday ?? 0));
                        Assert.NotNull(Find(2 * amount, Past(amounts)));
                    }
                },
                iter: IsLong ? 10_000 : 300
            );

    [Theory]
    [InlineData("even spread")]
    [InlineData("whole numbers")]
    [InlineData("two amounts")]
    [InlineData("seldom much")]
    [InlineData("larger on Saturdays")]
    [InlineData("three a week")]
    public void Noise_alone_is_named_in_at_most_one_of_five(string world)
    {
        var dice = new Random(7);
        double Spread() => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
        double Draw(DateOnly day) =>
            world switch
            {
                "whole numbers" => 3 + dice.Next(4),
                "two amounts" => dice.Next(2) == 0 ? 5 : 15,
                "seldom much" => dice.Next(20) == 0 ? 100 : 10 + Spread(),
                "larger on Saturdays" => Math.Exp(0.4 * Spread()) * (day.DayOfWeek == DayOfWeek.Saturday ? 30 : 10),
                _ => 10 * Math.Exp(0.4 * Spread()),
            };

        var (entries, named) = (0, 0);
        for (var person = 0; person < (IsLong ? 1000 : 60); person++)
        {
            var past = new List<Amount>();
            for (var day = Today; day < Today.AddDays(120); day = day.AddDays(1))
            {
                if (
                    world == "three a week"
                    && day.DayOfWeek is not (DayOfWeek.Monday or DayOfWeek.Thursday or DayOfWeek.Friday)
                )
                {
                    continue;
                }

                var entry = new Amount(day, Draw(day));
                if (day >= Today.AddDays(28))
                {
                    entries++;
                    named += Improvements.Find(entry, past, null) is null ? 0 : 1;
                }

                past.Add(entry);
            }
        }

        var share = (double)named / entries;
        TestContext.Current.TestOutputHelper?.WriteLine($"{world}: {share:0.000} of {entries}");
        Assert.True(share <= 0.2 + (2 * Math.Sqrt(0.16 / entries)), $"{world}: {share:0.000} of {entries}");
    }

    [Fact]
    public void Noise_alone_is_said_at_most_once_a_week_and_real_growth_is_heard()
    {
        var dice = new Random(8);
        double Spread() => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
        int Said(double growthPerDay)
        {
            var (past, said) = (new List<Amount>(), 0);
            DateOnly? last = null;
            for (var day = 0; day < 364; day++)
            {
                var entry = new Amount(Today.AddDays(day), 10 * Math.Exp((growthPerDay * day) + (0.2 * Spread())));
                if (Improvements.Find(entry, past, last) is not null)
                {
                    last = entry.Day;
                    said++;
                }

                past.Add(entry);
            }

            return said;
        }

        Assert.InRange(Said(0), 0, 52);
        Assert.True(Said(0.01) > 1.15 * Said(0));
    }
}
