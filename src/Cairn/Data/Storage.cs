using Microsoft.Data.Sqlite;

namespace Cairn.Data;

/// <summary>Where the facts live: a folder, and in it SQLite, or a PostgreSQL elsewhere.</summary>
public sealed record Storage
{
    /// <summary>Everything Cairn writes to disk is in here.</summary>
    public required string Folder { get; init; }

    /// <summary>A PostgreSQL connection string; null means SQLite in the folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>A folder with the host's own ladders, if it is not the one among the data.</summary>
    public string? Ladders { get; init; }

    /// <summary>A folder for backups, if it is not the one among the data; better on another disk.</summary>
    public string? Backups { get; init; }

    /// <summary>A file with a passphrase or a key; with it backups are sealed.</summary>
    public string? BackupKey { get; init; }

    public bool MakesNightlyBackups { get; init; } = true;

    public string BackupFolder => Backups ?? Path.Combine(Folder, "backups");

    public string LadderFolder => Ladders ?? Path.Combine(Folder, "ladders");

    public string SqliteFile => Path.Combine(Folder, "cairn.db");

    /// <summary>Keys for cookies; only they are not facts.</summary>
    public string KeyFolder => Path.Combine(Folder, "keys");

    public bool IsSqlite => Postgres is null;

    public string SqliteConnection(SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = SqliteFile,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = 10,
        }.ToString();

    /// <summary>The folder that is used when nobody names one: the user's own data folder.</summary>
    public static string UsualFolder =>
        Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            ),
            "cairn"
        );
}
