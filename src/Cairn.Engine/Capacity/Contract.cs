#pragma warning disable
// TEMPORARY, replaced by the engine branch; never committed
using System.Collections.Immutable;

namespace Cairn.Engine.Capacity;

public enum Tier
{
    Floor = 1,
    Target = 2,
    Stretch = 3,
}

public enum MissReason
{
    None,
    TooBig,
    NoEnergy,
    Forgot,
    NoChance,
    Outside,
    DidNotWant,
}

public enum DayFeel
{
    Rough = -1,
    Fine = 0,
    Good = 1,
}

public enum Dial
{
    Gentle,
    Steady,
    Bold,
}

public enum Scale
{
    Minutes,
    Whole,
    Fine,
}

public readonly record struct Bars(
    double Floor,
    double Target,
    double Stretch,
    double FloorChance,
    double TargetChance,
    double StretchChance
)
{
    public Tier? TierOf(double amount) => null;
}

public readonly record struct Limits(double? WorstDay, double? Enough, Bars? Pinned)
{
    public static Limits None => default;
}

public readonly record struct Ruler(double Amount, int Confidence);

public abstract record Fact(DateOnly Day);

public sealed record StepBegan(DateOnly Day, Guid Step, double Stated, Scale Scale, ImmutableArray<Ruler> Rulers)
    : Fact(Day);

public sealed record Won(DateOnly Day, Guid Step, Bars InForce, Tier Tier, double? Amount, bool ThatWasAll) : Fact(Day);

public sealed record Missed(DateOnly Day, Guid Step, Bars InForce, MissReason Reason, double? Amount) : Fact(Day);

public sealed record Rested(DateOnly Day, Guid Step) : Fact(Day);

public sealed record Felt(DateOnly Day, DayFeel Feel) : Fact(Day);

public sealed record Seen(DateOnly Day) : Fact(Day);

public sealed record Parameters;

public sealed class Belief
{
    public static Belief Of(Parameters? p = null) => new();

    public Belief After(IEnumerable<Fact> facts, DateOnly through) => this;

    public DateOnly? Through => null;

    public Bars BarsOn(DateOnly day, Guid step, Limits limits, Dial dial, DayFeel? feel = null) =>
        new(1, 2, 5, .97, .9, .5);

    public double ChanceOn(DateOnly day, Guid step, double amount, DayFeel? feel = null) => .9;

    public byte[] Save() => [];

    public static Belief Load(ReadOnlySpan<byte> s) => new();

    public bool Knows(Guid s) => true;
}

public static class Amounts
{
    public static double Halve(double a, Scale s) => Math.Max(1, Math.Floor(a / 2));

    public static double RoundDown(double a, Scale s) => a;
}
