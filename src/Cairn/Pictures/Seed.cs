namespace Cairn.Pictures;

/// <summary>Numbers that an id always gives in the same order: chance without randomness.</summary>
public struct Seed
{
    private ulong _state;

    private Seed(ulong state) => _state = state;

    /// <summary>Starts from all the bytes of <paramref name="id"/>, since the first ones only tell its time.</summary>
    public static Seed Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return new(Hash(bytes));
    }

    public static Seed Of(int number) => new((ulong)number * 0x9E3779B97F4A7C15);

    /// <summary>A hash that stays the same from run to run, unlike the framework's own (FNV-1a).</summary>
    public static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>The next number in [-1, 1) (SplitMix64).</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return ((z >> 11) * (2.0 / (1UL << 53))) - 1;
    }

    /// <summary>The next whole number from 0 up to, not including, <paramref name="count"/>.</summary>
    public int Pick(int count) => Math.Min(count - 1, (int)((Next() + 1) / 2 * count));
}
