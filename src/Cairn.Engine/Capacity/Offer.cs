using System.Runtime.Intrinsics;

namespace Cairn.Engine.Capacity;

/// <summary>From a belief on a morning to the three bars of a step.</summary>
internal static class Offer
{
    private const double Half = -0.69314718055994531;

    public static Bars Draw(Mind mind, int step, DateOnly day, Limits limits, Dial dial, double feel)
    {
        var weekend = Lesson.IsWeekend(day);
        if (limits.Pinned is { } pinned)
        {
            return WithChances(mind, step, weekend, feel, pinned.Floor, pinned.Target, pinned.Stretch);
        }

        var slot = mind[step];
        Span<double> sizes = stackalloc double[Ladder.Rungs];
        Lesson.Size(mind, step, weekend, sizes);
        var usual = sizes[Ladder.Of(dial)];
        var target = usual;
        if (Lesson.IsReturn(mind, slot, day, mind.Prior))
        {
            target = Math.Min(usual, slot.LastTarget + Half);
            sizes[Ladder.Stretch] = usual;
        }

        var shift = feel * mind.Mean[Mind.Feel];
        var scale = slot.Scale;
        var cap = limits.Enough is > 0 and var enough ? enough : double.PositiveInfinity;
        var most = Math.Min(cap, limits.WorstDay is > 0 and var worst ? worst : double.PositiveInfinity);
        var roundTarget = Said(target + shift, cap, scale);
        var roundFloor = Math.Min(roundTarget, Said(Math.Min(target, sizes[Ladder.Floor]) + shift, most, scale));
        var roundStretch = Math.Max(roundTarget, Said(sizes[Ladder.Stretch] + shift, cap, scale));
        return WithChances(mind, step, weekend, feel, roundFloor, roundTarget, roundStretch);
    }

    public static double Chance(Mind mind, int step, DateOnly day, double size, double feel)
    {
        var (mean, variance) = mind.Look(step, Lesson.IsWeekend(day), feel);
        return (1 - mind[step].Lapse(mind.Prior)) * Normal.Below((mean - size) / mind.Spread(variance));
    }

    private static double Said(double size, double cap, Scale scale) =>
        Math.Min(cap, Amounts.RoundDown(Math.Min(Math.Exp(size), cap), scale));

    private static Bars WithChances(
        Mind mind,
        int step,
        bool weekend,
        double feel,
        double floor,
        double target,
        double stretch
    )
    {
        var (mean, variance) = mind.Look(step, weekend, feel);
        var spread = mind.Spread(variance);
        var starts = 1 - mind[step].Lapse(mind.Prior);
        var sizes = Vector256.Create(Amounts.LogOf(floor), Amounts.LogOf(target), Amounts.LogOf(stretch), mean);
        var chances = starts * Normal.Below((Vector256.Create(mean) - sizes) / Vector256.Create(spread));
        return new(floor, target, stretch, chances[0], chances[1], chances[2]);
    }
}
