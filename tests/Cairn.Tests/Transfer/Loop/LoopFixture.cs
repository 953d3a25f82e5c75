using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Cairn.Transfer.Loop;

/// <summary>Writes a backup as Loop of a schema version would have: with the columns of that version and no other.</summary>
public sealed class LoopFixture : IDisposable
{
    public const string Uuid = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-loop-");
    private readonly int version;

    public LoopFixture(int version = LoopBackup.NewestVersion)
    {
        this.version = version;
        var habits = new List<string> { "Id INTEGER PRIMARY KEY AUTOINCREMENT", "name TEXT", "description TEXT" };
        habits.AddRange([
            "archived INTEGER",
            "color INTEGER",
            "position INTEGER",
            "freq_num INTEGER",
            "freq_den INTEGER",
        ]);
        habits.AddRange(["reminder_hour INTEGER", "reminder_min INTEGER", "highlight INTEGER"]);
        habits.AddRange(Since(11, "reminder_days INTEGER NOT NULL DEFAULT 127"));
        habits.AddRange(Since(16, "type INTEGER NOT NULL DEFAULT 0"));
        habits.AddRange(Since(18, "target_type INTEGER NOT NULL DEFAULT 0"));
        habits.AddRange(Since(18, "target_value REAL NOT NULL DEFAULT 0"));
        habits.AddRange(Since(18, "unit TEXT NOT NULL DEFAULT ''"));
        habits.AddRange(Since(23, "question TEXT"));
        habits.AddRange(Since(24, "uuid TEXT"));
        var repetitions = new List<string>
        {
            "Id INTEGER PRIMARY KEY AUTOINCREMENT",
            "habit INTEGER",
            "timestamp INTEGER",
        };
        repetitions.AddRange(Since(16, "value INTEGER NOT NULL DEFAULT 2"));
        repetitions.AddRange(Since(25, "notes TEXT"));
        Execute($"CREATE TABLE Habits ({string.Join(", ", habits)})");
        Execute($"CREATE TABLE Repetitions ({string.Join(", ", repetitions)})");
        Execute("CREATE TABLE Events (id INTEGER PRIMARY KEY, timestamp INTEGER, message TEXT)");
        if (version < 20)
        {
            Execute(
                "CREATE TABLE Checkmarks (id INTEGER PRIMARY KEY, habit INTEGER, timestamp INTEGER, value INTEGER)"
            );
        }

        if (version >= 22)
        {
            Execute("CREATE UNIQUE INDEX idx_repetitions_habit_timestamp ON Repetitions (habit, timestamp)");
        }

        Execute($"PRAGMA user_version = {version}");
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "Loop Habits Backup 2026-03-02 110000.db");

    public string Folder => folder.FullName;

    /// <summary>Columns that the version lacks are left out.</summary>
    public LoopFixture Habit(int id, string name, params (string Column, object Value)[] more) =>
        Insert("Habits", [("Id", id), ("name", name), ("position", id), .. more]);

    public LoopFixture Row(int habit, string day, long value = LoopRepetition.YesManual, string? notes = null) =>
        Insert("Repetitions", [("habit", habit), ("timestamp", Timestamp(day)), ("value", value), ("notes", notes!)]);

    public LoopFixture Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return this;
    }

    public static long Timestamp(string day) =>
        (DateOnly.Parse(day, CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber)
        * 86_400_000L;

    public void Dispose() => folder.Delete(recursive: true);

    private IEnumerable<string> Since(int since, string column) => version >= since ? [column] : [];

    private LoopFixture Insert(string table, IEnumerable<(string Column, object? Value)> values)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=false");
        connection.Open();
        using var columns = connection.CreateCommand();
        columns.CommandText = $"SELECT group_concat(lower(name)) FROM pragma_table_info('{table}')";
        var known = ((string)columns.ExecuteScalar()!).Split(',');
        var kept = values.Where(value => known.Contains(value.Column.ToLowerInvariant())).ToList();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO {table} ({string.Join(",", kept.Select(v => v.Column))}) VALUES ({string.Join(",", kept.Select(v => "@" + v.Column))})";
        kept.ForEach(v => command.Parameters.AddWithValue("@" + v.Column, v.Value ?? DBNull.Value));
        command.ExecuteNonQuery();
        return this;
    }
}
