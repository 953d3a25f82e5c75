using System.IO.Compression;
using System.Text;

namespace Cairn.Data;

/// <summary>
/// A list of small tasks, some below others: what a goal is broken into, or what would make a step easier. A change is a
/// new number. A task becomes a <see cref="Step"/> of the same id once it is begun or done.
/// </summary>
public sealed class Outline
{
    public required Guid PersonId { get; init; }

    /// <summary>The goal or the step that it belongs to.</summary>
    public required Guid Owner { get; init; }

    public required OutlineKind Kind { get; init; }

    /// <summary>1, 2, 3 … in the order in which they were written; the last one counts.</summary>
    public required int Number { get; init; }

    /// <summary>The tasks, packed: hundreds of them in a few kilobytes.</summary>
    public required byte[] Packed { get; init; }

    public required DateTimeOffset Written { get; init; }

    public IReadOnlyList<OutlineTask> Tasks => Unpack(Packed);

    public static byte[] Pack(IReadOnlyCollection<OutlineTask> tasks)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Optimal), Encoding.UTF8))
        {
            writer.Write7BitEncodedInt(tasks.Count);
            foreach (var task in tasks)
            {
                writer.Write(task.Id.ToByteArray(bigEndian: true));
                writer.Write7BitEncodedInt(task.Depth);
                writer.Write7BitEncodedInt(task.Minutes);
                writer.Write(task.Text);
            }
        }

        return packed.ToArray();
    }

    public static IReadOnlyList<OutlineTask> Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(
            new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress),
            Encoding.UTF8
        );
        var tasks = new OutlineTask[reader.Read7BitEncodedInt()];
        for (var i = 0; i < tasks.Length; i++)
        {
            var id = new Guid(reader.ReadBytes(16), bigEndian: true);
            var (depth, minutes) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            tasks[i] = new OutlineTask(id, depth, reader.ReadString(), minutes);
        }

        return tasks;
    }
}

/// <param name="Id">Made by the page; the same as of the step that it may become.</param>
/// <param name="Depth">0 at the left edge; those below it that are deeper belong to it.</param>
/// <param name="Text">What to do.</param>
/// <param name="Minutes">What it is said to take.</param>
public sealed record OutlineTask(Guid Id, int Depth, string Text, int Minutes);

public enum OutlineKind
{
    /// <summary>What a goal is broken into.</summary>
    Tasks,

    /// <summary>What stands between a person and the first second of a step.</summary>
    Friction,

    /// <summary>What would make a step visible, easy and near.</summary>
    Environment,
}
