using System.Collections.Immutable;
using Cairn.Engine.Capacity;

namespace Cairn.Engine.Tests.Capacity;

/// <summary>Builds a person's days, one after the other, always with the bars that were in force.</summary>
internal sealed class Someone
{
    public static readonly DateOnly FirstDay = new(2026, 3, 2); // a Monday
    public static readonly Guid Walk = new("0195a000-0000-7000-8000-000000000001");
    public static readonly Guid Read = new("0195a000-0000-7000-8000-000000000002");

    private readonly List<Fact> facts = [];

    public Someone(double stated = 100, Scale scale = Scale.Fine, params Ruler[] rulers)
    {
        var eve = FirstDay.AddDays(-1);
        facts.Add(new StepBegan(eve, Walk, stated, scale, [.. rulers]));
        facts.Add(new StepBegan(eve, Read, stated, scale, ImmutableArray<Ruler>.Empty));
        Belief = Belief.Of().After(facts, eve);
    }

    public Belief Belief { get; private set; }

    public IReadOnlyList<Fact> Facts => facts;

    public DateOnly Today => Belief.Through!.Value.AddDays(1);

    public Bars Bars => Belief.BarsOn(Today, Walk, Limits.None, Dial.Steady);

    public Someone Wins(Tier tier, int days = 1) => Repeat(days, () => new Won(Today, Walk, Bars, tier, null, false));

    public Someone Does(double amount, bool thatWasAll = false) =>
        Live(new Won(Today, Walk, Bars, Bars.TierOf(amount) ?? Tier.Floor, amount, thatWasAll));

    public Someone Misses(MissReason reason, int days = 1, double? amount = null) =>
        Repeat(days, () => new Missed(Today, Walk, Bars, reason, amount));

    public Someone Rests(int days = 1) => Repeat(days, () => new Rested(Today, Walk));

    public Someone IsSeen(int days = 1) => Repeat(days, () => new Seen(Today));

    public Someone IsAway(int days = 1)
    {
        Belief = Belief.After([], Today.AddDays(days - 1));
        return this;
    }

    public Someone Live(params Fact[] day)
    {
        facts.AddRange(day);
        Belief = Belief.After(day, Today);
        return this;
    }

    private Someone Repeat(int days, Func<Fact> fact)
    {
        for (var day = 0; day < days; day++)
        {
            Live(fact());
        }

        return this;
    }
}
