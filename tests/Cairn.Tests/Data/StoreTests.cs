using Cairn.Data.Sqlite.Compiled;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Cairn.Data;

public sealed class StoreTests : IDisposable
{
    private readonly Storage storage = new() { Folder = Directory.CreateTempSubdirectory("cairn-store-").FullName };

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task A_damaged_store_is_never_taken_for_an_empty_one(int bytes)
    {
        await File.WriteAllBytesAsync(storage.SqliteFile, new byte[bytes]);

        var problem = await Open();

        Assert.Contains("damaged", problem, StringComparison.Ordinal);
        Assert.Equal(bytes, new FileInfo(storage.SqliteFile).Length);
    }

    [Fact]
    public async Task A_store_cut_off_in_the_middle_is_refused()
    {
        Assert.Null(await Open());
        SqliteConnection.ClearAllPools();
        await Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(storage.SqliteFile, FileMode.Open))
        {
            file.SetLength(6000);
        }

        Assert.Contains("cannot be used", await Open(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        await Execute("CREATE TABLE Habits (id INTEGER)");

        Assert.Contains("another program", await Open(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_newer_Cairn_is_left_alone()
    {
        Assert.Null(await Open());
        await Execute("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')");

        Assert.Contains("newer Cairn", await Open(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_migrations_of_both_databases_are_what_the_model_is()
    {
        await using var sqlite = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options);
        await using var postgres = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql().Options);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_compiled_model_is_what_the_model_is()
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options);
        const MetadataDebugStringOptions whole =
            MetadataDebugStringOptions.IncludePropertyIndexes | MetadataDebugStringOptions.ShortDefault;

        // If this differs: ARCHITECTURE.md says how Data/Sqlite/Compiled is written anew.
        Assert.IsType<SqliteDbModel>(db.Model);
        Assert.Equal(Text(db.GetService<IDesignTimeModel>().Model), Text(db.Model));

        static string Text(IReadOnlyModel model) =>
            model
                .ToDebugString(whole)
                .Replace(".Internal.ComplexProperty", ".RuntimeComplexProperty", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_store_is_what_the_migrations_make()
    {
        Assert.Null(await Open());
        await using var begun = Db();
        var folder = Directory.CreateTempSubdirectory("cairn-test-");
        var file = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder.FullName, "migrated.db"),
            Pooling = false,
        };
        await using var migrated = new SqliteDb(
            new DbContextOptionsBuilder<SqliteDb>().UseSqlite(file.ToString()).Options
        );
        await migrated.Database.MigrateAsync();

        // If this differs: ARCHITECTURE.md says how Data/Sqlite/New.sql is written anew.
        Assert.Equal(await Schema(migrated), await Schema(begun));
        Assert.Equal(
            await migrated.Database.GetAppliedMigrationsAsync(),
            await begun.Database.GetAppliedMigrationsAsync()
        );
        folder.Delete(recursive: true);

        static async Task<List<string>> Schema(SqliteDb db) =>
            await db
                .Database.SqlQueryRaw<string>(
                    "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS Value FROM sqlite_master "
                        + "WHERE name NOT LIKE '\\_\\_EFMigrationsLock%' ESCAPE '\\' ORDER BY type, name"
                )
                .ToListAsync();
    }

    [Fact]
    public async Task Opening_twice_changes_nothing()
    {
        Assert.Null(await Open());
        Assert.Null(await Open());
    }

    [Fact]
    public async Task Every_connection_waits_for_the_disk_and_keeps_foreign_keys()
    {
        Assert.Null(await Open());
        await using var db = Db();

        Assert.Equal(2, await Pragma(db, "synchronous")); // FULL
        Assert.Equal(1, await Pragma(db, "foreign_keys"));
        Assert.Equal(
            "wal",
            await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()
        );
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(storage.Folder, recursive: true);
    }

    private static Task<int> Pragma(SqliteDb db, string name) =>
        db.Database.SqlQueryRaw<int>($"SELECT {name} AS Value FROM pragma_{name}").SingleAsync();

    private SqliteDb Db() =>
        new(
            new DbContextOptionsBuilder<SqliteDb>()
                .UseSqlite(storage.SqliteConnection())
                .AddInterceptors(new SqlitePragmas())
                .Options
        );

    private async Task<string?> Open()
    {
        await using var db = Db();
        return await Store.Open(storage, db, CancellationToken.None);
    }

    private async Task Execute(string sql)
    {
        await using var connection = new SqliteConnection(storage.SqliteConnection());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
