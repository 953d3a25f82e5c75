using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Transfer.Loop;

/// <summary>Files that are broken, foreign or malicious: each gets one sentence, from every way in.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly LoopFixture file = new LoopFixture().Habit(1, "Stretch").Row(1, "2026-03-01");

    [Fact]
    public void A_missing_file() => Refused("There is no file", file.Path + "x");

    [Fact]
    public void A_folder() => Refused("is a folder", file.Folder);

    [Fact]
    public void An_empty_file() => Refused("is empty", Bytes(0));

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(5000)]
    public void Zeros(int length) => Refused("nothing that Cairn can read", Bytes(length));

    [Fact]
    public void A_gigabyte_of_zeros() => Refused("nothing that Cairn can read", Bytes(1024 * 1024 * 1024));

    [Fact]
    public void A_gigabyte_that_begins_like_a_database()
    {
        using (var stream = File.OpenWrite(file.Path))
        {
            stream.SetLength(1024 * 1024 * 1024);
        }

        Refused("is larger than", file.Path);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(9000)]
    public void A_truncated_file(int length)
    {
        using (var stream = File.OpenWrite(file.Path))
        {
            stream.SetLength(length);
        }

        Refused(length < 100 ? "not a whole SQLite database" : "is cut off", file.Path);
    }

    [Fact]
    public void Another_programs_database()
    {
        file.Execute("DROP TABLE Repetitions");
        Refused("not a backup of Loop", file.Path);
    }

    [Fact]
    public void A_trigger()
    {
        file.Execute("CREATE TRIGGER t AFTER INSERT ON Repetitions BEGIN DELETE FROM Habits; END");
        Refused("holds a trigger", file.Path);
    }

    [Theory]
    [InlineData("Habits", "id, 'x' AS name")]
    [InlineData("Repetitions", "1 AS habit, value AS timestamp")]
    public void A_view_in_place_of_a_table(string table, string columns)
    {
        file.Execute($"ALTER TABLE {table} RENAME TO Other");
        file.Execute("CREATE TABLE Numbers (id INTEGER, value INTEGER)");
        file.Execute(
            $"CREATE VIEW {table} AS WITH RECURSIVE n(id, value) AS (SELECT 1, 1 UNION ALL SELECT id + 1, id FROM n) SELECT {columns} FROM n"
        );
        Refused("holds a view", file.Path);
    }

    [Fact]
    public void A_virtual_table()
    {
        file.Execute("CREATE VIRTUAL TABLE search USING fts5(a)");
        Refused("holds a virtual table", file.Path);
    }

    [Fact]
    public void A_column_that_is_worked_out_when_it_is_read()
    {
        file.Execute("DROP TABLE Repetitions");
        file.Execute("CREATE TABLE Repetitions (habit INTEGER, timestamp AS (length(hex(zeroblob(100000000)))))");
        Refused("not a backup of Loop", file.Path);
    }

    [Fact]
    public void A_text_of_many_megabytes()
    {
        file.Execute("UPDATE Habits SET name = hex(zeroblob(20000000))");
        Refused("damaged or not a database that can be read safely", file.Path);
    }

    [Fact]
    public void A_database_that_is_still_open_elsewhere()
    {
        using var other = new SqliteConnection($"Data Source={file.Path};Pooling=false");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode=WAL; INSERT INTO Repetitions (habit, timestamp, value) VALUES (1, 0, 2)";
        command.ExecuteNonQuery();

        Refused("still open in another program", file.Path);
    }

    public void Dispose() => file.Dispose();

    private string Bytes(int length)
    {
        using var stream = new FileStream(file.Path, FileMode.Create);
        stream.SetLength(length);
        return file.Path;
    }

    private static void Refused(string because, string path)
    {
        var refusal = Assert.Throws<UnusableFileException>(() => TransferFile.Read(path));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
