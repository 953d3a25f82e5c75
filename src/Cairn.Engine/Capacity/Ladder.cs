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
        var (least, most) = step.Last switch
        {
            LastAnswer.Reached => (0, raise),
            LastAnswer.TooMuch => (-rules.LargestCut, -rules.SmallestCut),
            LastAnswer.Unsure => (-doubt, 0),
            _ => (0.0, 0.0),
        };
        for (var rung = Gentle; rung <= Bold; rung++)
        {
            Hold(sizes, before, rung, least, most);
        }

        // After a win the two outer sizes follow the belief.
        if (step.Last is not (LastAnswer.Reached or LastAnswer.FloorOnly))
        {
            Hold(sizes, before, Floor, least, most);
            Hold(sizes, before, Stretch, least, most);
        }

        sizes[Floor] = Math.Min(sizes[Floor], sizes[Gentle]);
        sizes[Stretch] = Math.Max(sizes[Stretch], sizes[Bold]);
    }

    private static void Hold(Span<double> sizes, ReadOnlySpan<double> before, int rung, double least, double most)
    {
        var size = sizes[rung];
        var low = before[rung] + least;
        var high = before[rung] + most;
        sizes[rung] =
            size < low ? low
            : size > high ? high
            : size;
    }
}
