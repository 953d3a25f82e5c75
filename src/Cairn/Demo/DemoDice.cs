using System.Buffers.Binary;

namespace Cairn.Demo;

/// <summary>Chance from a seed: the same seed, the same lives, on every machine.</summary>
public sealed class DemoDice(int seed, int place)
{
#pragma warning disable CA5394 // simulated lives need no secrets
    private readonly Random random = new(unchecked((seed * 1_000_003) + (place * 7919)));

    public bool Falls(double chance) => random.NextDouble() < chance;

    public double Between(double low, double high) => low + ((high - low) * random.NextDouble());

    /// <summary>From <paramref name="low"/> to just below <paramref name="high"/>.</summary>
    public int Whole(int low, int high) => random.Next(low, high);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>Gaussian with mean 0 (Box and Muller 1958).</summary>
    public double Normal(double spread) =>
        spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A key as the program makes them (RFC 9562, version 7), but from these dice.</summary>
    public Guid Id(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var time = instant.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(time >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)time);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
#pragma warning restore CA5394
}
