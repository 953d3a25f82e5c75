namespace Cairn.Engine.Capacity;

/// <summary>
/// The sizes that are tracked for each step, from sure to even: the floor, one target for each position of the
/// dial, and the stretch. All in log amount, unrounded, for a day like most.
/// </summary>
internal static class Ladder
{
    public const int Floor = 0;
    public const int Gentle = 1;
    public const int Steady = 2;
    public const int Bold = 3;
    public const int Stretch = 4;
    public const int Rungs = 5;

    /// <summary>Standard normal quantiles of .97, .95, .90, .80 and .50.</summary>
    private static ReadOnlySpan<double> Below =>
        [1.8807936081512509, 1.6448536269514722, 1.2815515655446004, 0.8416212335729143, 0];

    public static int Of(Dial dial) => Gentle + (int)dial;

    /// <summary>Evidence (8): x = μ − S·z for each rung.</summary>
    public static void Draw(double mean, double spread, Span<double> sizes)
    {
        for (var rung = 0; rung < Rungs; rung++)
        {
            sizes[rung] = mean - (spread * Below[rung]);
        }
    }

    /// <summary>
    /// What an offer may change from the last one. A win never lowers a target, and a raise needs three at the
    /// present size; a size that was too much comes down, one that was forgotten stays. A miss that nobody explained
    /// keeps the size the first time; from the second on the belief decides.
    /// </summary>
    public static void Guard(Span<double> sizes, Slot step, Parameters rules)
    {
        if (!step.WasOffered)
        {
            return;
        }

        var before = step.Offered;
        var isEarned = step.Wins >= rules.WinsBeforeRaise && sizes[Steady] - before[Steady] >= rules.SmallestRaise;
        var raise = isEarned ? rules.Raise : 0;
        var doubt = step.MissesInARow >= rules.MissesOfLapse ? rules.LargestCut : 0;
        for (var rung = 0; rung < Rungs; rung++)
        {
            var (least, most) = (step.Last, IsTarget: rung is >= Gentle and <= Bold) switch
            {
                (LastAnswer.Reached, true) => (0, raise),
                (LastAnswer.FloorOnly, true) => (0, 0),
                (LastAnswer.Reached or LastAnswer.FloorOnly, _) => (double.NegativeInfinity, double.PositiveInfinity),
                (LastAnswer.TooMuch, _) => (-rules.LargestCut, -rules.SmallestCut),
                (LastAnswer.Unsure, _) => (-doubt, 0),
                _ => (0.0, 0.0),
            };
            sizes[rung] = Math.Clamp(sizes[rung], before[rung] + least, before[rung] + most);
        }

        sizes[Floor] = Math.Min(sizes[Floor], sizes[Gentle]);
        sizes[Stretch] = Math.Max(sizes[Stretch], sizes[Bold]);
    }
}
