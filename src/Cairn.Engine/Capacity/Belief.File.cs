using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Cairn.Engine.Capacity;

public sealed partial class Belief
{
    // Version, steps, day, checksum; then the keys; then the cells without scratch, of the covariance one half.
    private const byte Version = 1;
    private const int Header = 1 + 2 + 4 + 4;
    private const int Nobody = -1;
    private const double LastDigits = 1e-9;

    /// <summary>The whole belief as bytes: about 0.9 kB for three steps.</summary>
    public byte[] Save()
    {
        var bytes = new byte[FileSize(steps.Length)];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(1), (ushort)steps.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(3), Through?.DayNumber ?? Nobody);
        var at = Header;
        foreach (var step in steps)
        {
            step.TryWriteBytes(bytes.AsSpan(at));
            at += 16;
        }

        foreach (var cell in Kept(steps.Length))
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), cells[cell]);
            at += sizeof(double);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(7), Checksum(bytes));
        return bytes;
    }

    /// <summary>A belief that was saved.</summary>
    /// <param name="state">What <see cref="Save"/> gave.</param>
    /// <exception cref="FormatException">The bytes are of another version, cut off or damaged.</exception>
    public static Belief Load(ReadOnlySpan<byte> state) => Load(state, Parameters.Default);

    /// <inheritdoc cref="Load(ReadOnlySpan{byte})"/>
    public static Belief Load(ReadOnlySpan<byte> state, Parameters parameters)
    {
        if (state.Length < Header || state[0] != Version)
        {
            throw new FormatException($"Not a belief of version {Version}: rebuild it from the entries.");
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(state[1..]);
        var day = BinaryPrimitives.ReadInt32LittleEndian(state[3..]);
        if (
            state.Length != FileSize(count)
            || day < Nobody
            || day > DateOnly.MaxValue.DayNumber
            || BinaryPrimitives.ReadUInt32LittleEndian(state[7..]) != Checksum(state)
        )
        {
            throw new FormatException("The belief is cut off or damaged: rebuild it from the entries.");
        }

        var keys = ImmutableArray.CreateBuilder<Guid>(count);
        var at = Header;
        for (; keys.Count < count; at += 16)
        {
            keys.Add(new Guid(state.Slice(at, 16)));
        }

        var read = new double[Mind.Cells(count)];
        foreach (var cell in Kept(count))
        {
            read[cell] = BinaryPrimitives.ReadDoubleLittleEndian(state[at..]);
            at += sizeof(double);
        }

        new Mind(read, count, parameters).Mirror();
        return new(keys.MoveToImmutable(), read, day == Nobody ? null : DateOnly.FromDayNumber(day), parameters);
    }

    /// <summary>
    /// Whether another belief is this one but for the last digits. Those depend on where a life was cut in two to be
    /// stored in between.
    /// </summary>
    public bool IsAlmost(Belief other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Through == other.Through
            && steps.AsSpan().SequenceEqual(other.steps.AsSpan())
            && Kept(steps.Length).All(cell => IsAlmost(cells[cell], other.cells[cell]));
    }

    private static bool IsAlmost(double one, double other) =>
        one.Equals(other) || Math.Abs(one - other) <= LastDigits * Math.Max(1, Math.Abs(one));

    private static int FileSize(int count) => Header + (16 * count) + (sizeof(double) * Kept(count).Count());

    /// <summary>The cells that are written: all before the covariance, and its upper half.</summary>
    private static IEnumerable<int> Kept(int count)
    {
        var size = Mind.Shared + count;
        var before = Mind.Cells(count) - Mind.Scratches(count) - (size * size);
        for (var cell = 0; cell < before; cell++)
        {
            yield return cell;
        }

        for (var row = 0; row < size; row++)
        {
            for (var column = row; column < size; column++)
            {
                yield return before + (row * size) + column;
            }
        }
    }

    /// <summary>FNV-1a over all but the checksum itself.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 2166136261u;
        for (var at = 0; at < bytes.Length; at++)
        {
            sum = at is >= 7 and < Header ? sum : unchecked((sum ^ bytes[at]) * 16777619u);
        }

        return sum;
    }
}
