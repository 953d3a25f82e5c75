namespace Cairn.Lab.People;

/// <summary>
/// A small stream of random numbers that is the same on every machine: xoshiro256++ (D. Blackman and S. Vigna,
/// "Scrambled linear pseudorandom number generators", 2021), seeded through SplitMix64.
/// </summary>
public sealed class Dice
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    /// <summary>A stream of its own for each combination of keys.</summary>
    public Dice(params ReadOnlySpan<int> keys)
    {
        var seed = 0x9E3779B97F4A7C15UL;
        foreach (var key in keys)
        {
            seed = Mix(seed ^ unchecked((uint)key));
        }

        (a, b, c, d) = (Next(ref seed), Next(ref seed), Next(ref seed), Next(ref seed));
    }

    /// <summary>Evenly in [0, 1).</summary>
    public double Even()
    {
        unchecked
        {
            var result = ulong.RotateLeft(a + d, 23) + a;
            var t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = ulong.RotateLeft(d, 45);
            return (result >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>Standard normal, by the polar method of Marsaglia; the second value is thrown away.</summary>
    public double Normal()
    {
        while (true)
        {
            var x = (2 * Even()) - 1;
            var y = (2 * Even()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
            }
        }
    }

    private static ulong Next(ref ulong seed)
    {
        seed = unchecked(seed + 0x9E3779B97F4A7C15UL);
        return Mix(seed);
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
