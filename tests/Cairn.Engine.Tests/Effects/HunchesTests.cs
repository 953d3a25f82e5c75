using Cairn.Engine.Effects;
using Xunit;
using static Cairn.Engine.Tests.Effects.Diaries;

namespace Cairn.Engine.Tests.Effects;

public sealed class HunchesTests
{
    private static double Better(int day) => Scatter(day) + (Coin(day) ? 2 : 0);

    [Fact]
    public void An_action_that_goes_with_better_evenings_is_proposed_with_its_size()
    {
        var hunch = Assert.Single(Hunches.Show(Of(90, day => Better(day), day => Coin(day))));
        Assert.Equal(Walk, hunch.Action);
        Assert.InRange(hunch.Effect, 1.4, 2.1);
        Assert.InRange(2, hunch.Low, hunch.High + 0.3);
        Assert.True(hunch.Low < hunch.Effect && hunch.Effect < hunch.High);
        Assert.Equal(90, hunch.With + hunch.Without);
    }

    [Fact]
    public void Fewer_than_28_rated_days_show_nothing()
    {
        Assert.Empty(Hunches.Weigh(Of(27, day => Better(day), day => Coin(day))));
        Assert.NotEmpty(Hunches.Weigh(Of(28, day => Better(day), day => Coin(day))));
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    [InlineData(52, 1)]
    [InlineData(53, 0)]
    public void Eight_days_with_it_and_eight_without_are_needed(int with, int expected) =>
        Assert.Equal(expected, Hunches.Weigh(Of(60, day => Scatter(day), day => day * 7 % 60 < with)).Length);

    [Fact]
    public void A_day_on_which_nothing_was_noted_is_no_day_without()
    {
        var sparse = Of(90, day => Better(day), day => day % 3 == 0 ? null : Coin(day));
        var hunch = Assert.Single(Hunches.Weigh(sparse));
        Assert.Equal(60, hunch.With + hunch.Without);
    }

    [Fact]
    public void An_evening_that_was_not_rated_is_not_filled_in()
    {
        var hunch = Assert.Single(Hunches.Weigh(Of(90, day => day % 2 == 0 ? Better(day) : null, day => Coin(day))));
        Assert.Equal(45, hunch.With + hunch.Without);
    }

    [Fact]
    public void Without_mornings_on_seven_of_ten_days_the_card_carries_the_caveat()
    {
        Assert.True(Weigh(day => day % 10 < 6 ? 0.5 * Scatter(day + 7) : null).MorningMayExplain);
        Assert.False(Weigh(day => day % 10 < 7 ? 0.5 * Scatter(day + 7) : null).MorningMayExplain);
        Assert.True(Weigh(_ => null).MorningMayExplain);

        static Hunch Weigh(Func<int, double?> morning) =>
            Assert.Single(Hunches.Weigh(Of(90, day => Better(day), day => Coin(day), morning)));
    }

    [Fact]
    public void What_the_morning_explains_is_not_given_to_the_action()
    {
        // A good morning brings both the walk and the evening.
        Func<int, double?> morning = day => Coin(day, 5) ? 1.5 : -1.5;
        Func<int, bool?> walk = day => Coin(day, 5) != (day % 9 == 0);
        Func<int, double?> evening = day => morning(day) + 0.6 * Scatter(day);
        Assert.NotEmpty(Hunches.Show(Of(120, evening, walk)));
        Assert.Empty(Hunches.Show(Of(120, evening, walk, morning)));
    }

    [Fact]
    public void At_most_two_are_shown()
    {
        Guid[] ids = [.. Enumerable.Range(1, 3).Select(n => new Guid(n, 0, 0, new byte[8]))];
        var log = Logbook.Of(
            [.. ids],
            Enumerable
                .Range(0, 200)
                .Select(day => new Page(
                    First.AddDays(day),
                    0.3 * Scatter(day) + Enumerable.Range(0, 3).Count(n => Coin(day, n)),
                    null,
                    null,
                    null,
                    [Coin(day, 0), Coin(day, 1), Coin(day, 2)]
                ))
        );
        Assert.Equal(3, Hunches.Weigh(log).Count(hunch => hunch.IsWorthShowing));
        Assert.Equal(2, Hunches.Show(log).Length);
    }

    [Fact]
    public void Evenings_that_never_change_show_nothing() =>
        Assert.Empty(Hunches.Show(Of(90, _ => 3, day => Coin(day))));

    [Fact]
    public void An_empty_logbook_shows_nothing() => Assert.Empty(Hunches.Show(Logbook.Of([Walk], [])));

    [Fact]
    public void The_unit_of_the_rating_does_not_matter()
    {
        var one = Assert.Single(Hunches.Weigh(Of(60, day => Better(day), day => Coin(day))));
        var ten = Assert.Single(Hunches.Weigh(Of(60, day => 50 + 10 * Better(day), day => Coin(day))));
        Assert.Equal(one.Chance, ten.Chance, 1e-9);
        Assert.Equal(10 * one.Effect, ten.Effect, 1e-8);
    }
}
