using System.Runtime.InteropServices;

namespace Cairn.Engine.Effects;

/// <summary>
/// Coin-flip days for one action: in each four days two with it and two without, in random order. The seed is
/// stored before the first day, so that nobody, the person included, chooses the days.
/// </summary>
/// <param name="First">The first day.</param>
/// <param name="Seed">The seed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CoinPlan(DateOnly First, ulong Seed)
{
    /// <summary>How long a test runs: until the last look.</summary>
    public const int Days = 84;

    internal const int Block = 4;

    internal const int Ways = 6;

    // The six ways to have two days of four; bit 0 is the first day.
    private static ReadOnlySpan<byte> Masks => [0b0011, 0b0101, 0b1001, 0b0110, 0b1010, 0b1100];

    /// <summary>Whether the coin asks for the action on a day; null before the first day.</summary>
    public bool? Asks(DateOnly day)
    {
        var since = day.DayNumber - First.DayNumber;
        if (since < 0)
        {
            return null;
        }

        var coin = new Coin(Seed);
        var way = 0;
        for (var block = 0; block <= since / Block; block++)
        {
            way = Toss(ref coin);
        }

        return Asks(way, since % Block);
    }

    /// <summary>Which of the six ways a block gets.</summary>
    internal static int Toss(ref Coin coin) => coin.Below(Ways);

    /// <summary>Whether a way has a day of its block, 0 to 3, with the action.</summary>
    internal static bool Asks(int way, int day) => (Masks[way] >> day & 1) != 0;
}
