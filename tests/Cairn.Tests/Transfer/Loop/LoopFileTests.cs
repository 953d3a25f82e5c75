using System.Globalization;
using Cairn.Harness;
using Xunit;

namespace Cairn.Transfer.Loop;

public sealed class LoopFileTests
{
    public static TheoryData<int> Versions => [.. Enumerable.Range(9, 17)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Each_schema_version_is_read_with_what_it_has_and_without_what_it_lacks(int version)
    {
        using var file = new LoopFixture(version)
            .Habit(1, "Stretch", ("description", "About it"), ("question", "Did you?"), ("uuid", LoopFixture.Uuid))
            .Habit(2, "Read", ("type", 1), ("target_value", 5.5), ("unit", "pages"), ("freq_num", 3), ("freq_den", 7))
            .Row(1, "2026-03-01", 0, "note")
            .Row(2, "2026-03-01", 7500);

        var backup = LoopFile.Read(file.Path);

        Assert.Equal(version, backup.Version);
        var (stretch, read) = (backup.Habits[0], backup.Habits[1]);
        Assert.Equal(version >= 23 ? "Did you?" : "About it", stretch.Question);
        Assert.Equal(version >= 23 ? "About it" : null, stretch.Description);
        Assert.Equal(version >= 24 ? LoopFixture.Uuid : null, stretch.Uuid);
        Assert.Equal((3.0, 7.0), (read.Times, read.PerDays));
        Assert.Equal(version >= 16, read.Numerical);
        Assert.Equal(version >= 18 ? (5.5, "pages") : (0, null), (read.Target, read.Unit));
        Assert.Equal(version >= 16 ? [0, 7500] : [2L, 2L], backup.Repetitions.Select(row => row.Value!.Value));
        Assert.Equal(version >= 25 ? "note" : null, backup.Repetitions[0].Notes);
        Assert.All(backup.Repetitions, row => Assert.Equal(new DateOnly(2026, 3, 1), row.Date));
    }

    [Fact]
    public void Reading_leaves_the_file_and_its_folder_as_they_were()
    {
        using var file = new LoopFixture().Habit(1, "Stretch").Row(1, "2026-03-01").Execute("PRAGMA journal_mode=WAL");
        var before = (File.ReadAllBytes(file.Path), Directory.GetFiles(file.Folder));

        var backup = LoopFile.Read(file.Path);

        Assert.True(backup.HadWriteAheadLog);
        Assert.Single(backup.Repetitions);
        Assert.Equal(before.Item1, File.ReadAllBytes(file.Path));
        Assert.Equal(before.Item2, Directory.GetFiles(file.Folder));
    }

    [Theory]
    [InlineData("a b?c#d%20e.db")]
    [InlineData("Müsli & ü=1;Mode=ReadWriteCreate.db")]
    public void Any_file_name_is_only_a_name(string name)
    {
        using var file = new LoopFixture().Habit(1, "Stretch").Row(1, "2026-03-01");
        var odd = Path.Combine(file.Folder, name);
        File.Move(file.Path, odd);

        Assert.Single(LoopFile.Read(odd).Repetitions);
        Assert.Equal([odd], Directory.GetFiles(file.Folder));
    }

    /// <summary>Bytes changed, cut or doubled at random: a sentence or a history, never anything else.</summary>
    [Fact]
    public void A_damaged_file_never_ends_in_anything_but_a_sentence()
    {
        using var file = new LoopFixture();
        for (var day = 1; day <= 28; day++)
        {
            file.Row(1, string.Create(CultureInfo.InvariantCulture, $"2026-02-{day:00}"), day * 500, "n");
        }

        var whole = File.ReadAllBytes(file.Habit(1, "Read", ("type", 1)).Path);
        var rounds = LongRun.IsOn ? 100_000 : 400;
        var refused = 0;
        for (var round = 0; round < rounds; round++)
        {
            File.WriteAllBytes(file.Path, Damage(whole, new Random(round)));
            try
            {
                TransferFile.Read(file.Path).Tell(new DateOnly(2026, 3, 2), "UTC", Answers.None);
            }
            catch (UnusableFileException)
            {
                refused++;
            }
            catch (Exception error)
            {
                Assert.Fail($"Round {round}: {error}");
            }
        }

        Assert.InRange(refused, rounds / 20, rounds - 1);
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = (byte[])whole.Clone();
        if (random.Next(8) == 0)
        {
            return bytes[..random.Next(1, bytes.Length)];
        }

        for (var i = random.Next(1, 30); i > 0; i--)
        {
            // Half of the blows fall on the header and the schema, where they hurt most.
            bytes[random.Next(random.Next(2) == 0 ? 4096 : bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
