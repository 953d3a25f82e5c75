using Cairn.Engine.Capacity;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

/// <summary>Facts are learned in one order, whatever the order in which they arrived.</summary>
public sealed class DiaryTests
{
    private static readonly Bars Bars = new(20, 30, 60, 0, 0, 0);

    /// <summary>Pairs about one day and step that differ in one thing only.</summary>
    private static IEnumerable<(Fact, Fact)> Pairs(DateOnly day)
    {
        var won = new Won(day, Walk, Bars, Tier.Target, 31, false);
        yield return (won, won with { Tier = Tier.Floor });
        yield return (won, won with { Tier = Tier.Stretch });
        yield return (won, won with { Amount = 20 });
        yield return (won, won with { Amount = null });
        yield return (won, won with { ThatWasAll = true });
        yield return (won, won with { Tier = Tier.Stretch, ThatWasAll = true });
        yield return (won with { ThatWasAll = true }, won with { Tier = Tier.Stretch });
        yield return (won, won with { Step = Read });
        yield return (won, won with { InForce = Bars with { Target = 40 } });
        var missed = new Missed(day, Walk, Bars, MissReason.TooBig, 3);
        yield return (missed, missed with { Amount = 11 });
        yield return (missed, missed with { Reason = MissReason.Forgot });
        yield return (missed, missed with { Step = Read });
        yield return (missed, won);
        yield return (new Felt(day, DayFeel.Rough), new Felt(day, DayFeel.Good));
        yield return (new Felt(day, DayFeel.Rough), won);
        yield return (new Rested(day, Walk), won);
        yield return (new Seen(day), missed);
        var third = new Guid("0195a000-0000-7000-8000-000000000003");
        var began = new StepBegan(day, third, 10, Scale.Fine, []);
        yield return (began, began with { Stated = 25 });
        yield return (began, began with { Scale = Scale.Whole });
        yield return (began, began with { Rulers = [new Ruler(10, 3)] });
        yield return (began, new Won(day, third, Bars, Tier.Target, null, false));
    }

    [Fact]
    public void Two_facts_of_one_day_are_one_belief_in_either_order()
    {
        var someone = new Someone().Wins(Tier.Target, 3);
        var day = someone.Today;
        Assert.All(
            Pairs(day),
            pair =>
            {
                var there = someone.Belief.After([pair.Item1, pair.Item2], day);
                var back = someone.Belief.After([pair.Item2, pair.Item1], day);
                Assert.Equal(there.Save(), back.Save());
            }
        );
    }

    [Fact]
    public void Rulers_that_nobody_set_are_no_rulers()
    {
        var eve = FirstDay.AddDays(-1);
        Belief Begun(StepBegan began) => Belief.Of().After([began], eve);
        var none = new StepBegan(eve, Walk, 100, Scale.Fine, []);
        Assert.Equal(Begun(none).Save(), Begun(none with { Rulers = default }).Save());
    }

    [Fact]
    public void A_day_that_is_over_cannot_be_lived_again()
    {
        var someone = new Someone().Wins(Tier.Target, 2);
        var through = someone.Belief.Through!.Value;
        var over = Assert.Throws<ArgumentException>(() => someone.Belief.After([], through.AddDays(-1)));
        Assert.Contains("already holds", over.Message);
        Assert.Equal(someone.Belief.Save(), someone.Belief.After([], through).Save());
        var outside = Assert.Throws<ArgumentException>(() => someone.Belief.After([new Seen(through)], through));
        Assert.Contains("is outside", outside.Message);
    }

    [Fact]
    public void A_fact_of_a_kind_that_nobody_knows_is_refused_by_its_name()
    {
        var someone = new Someone();
        var refused = Assert.ThrowsAny<Exception>(() =>
            someone.Belief.After([new Guessed(someone.Today), new Seen(someone.Today)], someone.Today)
        );
        Assert.Contains(nameof(Guessed), refused.ToString());
    }

    private sealed record Guessed(DateOnly Day) : Fact(Day);
}
