using Cairn.Harness;
using Xunit;

namespace Cairn.Transfer;

/// <summary>
/// Files changed, cut and doubled at random, each round from its own number: a sentence or a history, never anything
/// else, and never much work. A round is replayed by its number.
/// </summary>
[InAnyZone]
public sealed class MutationTests
{
    private const long MostBytes = 256L * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Box = TimeSpan.FromMinutes(10);

    /// <summary>What breaks readers, to be put anywhere.</summary>
    private static readonly byte[][] Nasty =
    [
        [0],
        [0xFF, 0xFE],
        [0xEF, 0xBB, 0xBF],
        [0xC3],
        "\r\n"u8.ToArray(),
        "\""u8.ToArray(),
        "'"u8.ToArray(),
        "1e999"u8.ToArray(),
        "-9223372036854775808"u8.ToArray(),
        "99999999999999999999"u8.ToArray(),
        "NaN"u8.ToArray(),
        "null"u8.ToArray(),
        "[]"u8.ToArray(),
        "{}"u8.ToArray(),
        "\\ud800"u8.ToArray(),
        "\\u0000"u8.ToArray(),
        "=cmd|' /C calc'!A0"u8.ToArray(),
        "<script>alert(1)</script>"u8.ToArray(),
        "../../etc/passwd"u8.ToArray(),
        "9999-12-31"u8.ToArray(),
        "0001-01-01T00:00:00Z"u8.ToArray(),
        ",,,,,;;;;|||"u8.ToArray(),
    ];

    public static TheoryData<string> Formats => [.. Samples.All.Keys];

    [Theory, MemberData(nameof(Formats))]
    public void A_whole_file_is_recognised(string format) =>
        Assert.Equal(format, Foreign.Tell(Samples.All[format]()).Format);

    [Theory, MemberData(nameof(Formats))]
    public void A_changed_file_gives_a_history_or_a_sentence(string format)
    {
        using var file = new TemporaryFile("");
        var whole = Samples.All[format]();
        var rounds = LongRun.IsOn ? 100_000 : 300;
        var until = Environment.TickCount64 + (long)Box.TotalMilliseconds;
        var (told, slow) = (0, 0);
        for (var round = 0; round < rounds && Environment.TickCount64 < until; round++)
        {
            File.WriteAllBytes(file.Path, Mutate(whole, new Random(round)));
            var (began, allocated) = (Environment.TickCount64, GC.GetAllocatedBytesForCurrentThread());
            try
            {
                var imported = TransferFile.Read(file.Path).Tell(Foreign.Today, "Europe/Berlin", Answers.None);
                told++;
                Sound(imported);
            }
            catch (UnusableFileException refusal)
            {
                Assert.DoesNotContain('\n', refusal.Message);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{format}, round {round}: {error}");
            }

            Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < MostBytes, $"{format}, round {round}");
            if (Environment.TickCount64 - began > Longest.TotalMilliseconds)
            {
                Assert.True(++slow < 4, $"{format}, round {round}: again more than two seconds"); // a busy machine is slow now and then
            }
        }

        Assert.True(told > 0, $"{format}: no round was ever readable, so this tests too little");
    }

    /// <summary>What the store requires, whatever the file held.</summary>
    private static void Sound(Imported imported)
    {
        Assert.Equal(imported.Goals.Count, imported.Goals.Select(goal => goal.Source).Distinct().Count());
        foreach (var goal in imported.Goals)
        {
            Assert.InRange(goal.Title.Length, 1, Data.CairnDb.TitleLength);
            Assert.DoesNotContain('\0', goal.Title + goal.Why);
            foreach (var step in goal.Steps)
            {
                Assert.True(step.Stated > 0 && double.IsFinite(step.Stated));
                Assert.InRange(step.Name.Length, 1, Data.CairnDb.TitleLength);
                Assert.InRange(step.Unit.Length, 1, Data.CairnDb.UnitLength);
                Assert.Equal(step.Entries.Count, step.Entries.Select(entry => entry.Day).Distinct().Count());
                Assert.All(
                    step.Entries,
                    entry =>
                    {
                        Assert.InRange(entry.Day, new DateOnly(1990, 1, 1), Foreign.Today);
                        Assert.True(entry.Amount is null || double.IsFinite(entry.Amount.Value));
                        Assert.True(entry.Note is null || entry.Note.Length <= Data.CairnDb.NoteLength);
                    }
                );
            }
        }
    }

    internal static byte[] Mutate(byte[] whole, Random random)
    {
        var bytes = new List<byte>(whole);
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(1, Math.Min(60, bytes.Count - at) + 1);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(length, bytes.Count - 1));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Nasty[random.Next(Nasty.Length)]);
                    break;
                case 4:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    if (random.Next(4) == 0)
                    {
                        bytes.RemoveRange(at, bytes.Count - at);
                        bytes.Add((byte)'}');
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
