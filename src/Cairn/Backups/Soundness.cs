using Cairn.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Backups;

/// <summary>Opens an unpacked backup and looks at all of it.</summary>
public static class Soundness
{
    /// <exception cref="BackupException">It is damaged, incomplete, or not of this Cairn.</exception>
    public static async Task<Contents> Of(string path, CancellationToken cancel)
    {
        try
        {
            await using var db = new SqliteDb(
                new DbContextOptionsBuilder<SqliteDb>()
                    .UseSqlite(StoreCopy.ConnectionTo(path, SqliteOpenMode.ReadOnly))
                    .Options
            );
            await db.Database.OpenConnectionAsync(cancel);
            if (await Texts(db, "SELECT integrity_check AS Value FROM pragma_integrity_check", cancel) is not ["ok"])
            {
                throw new BackupException(BackupsWords.Damaged);
            }

            if (await Texts(db, "SELECT \"table\" AS Value FROM pragma_foreign_key_check", cancel) is [var loose, ..])
            {
                throw new BackupException(Say.Of(BackupsWords.Loose, loose));
            }

            var known = db.Database.GetMigrations().ToList();
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
            if (applied.Count == 0 || applied.Except(known).Any())
            {
                throw new BackupException(applied.Count == 0 ? BackupsWords.NoCairn : BackupsWords.Newer);
            }

            return new Contents(
                await Count(db, "People", cancel),
                await Count(db, "Goals", cancel),
                await Count(db, "Entries", cancel),
                applied[^1],
                applied.Count < known.Count
            );
        }
        catch (SqliteException error)
        {
            throw new BackupException(BackupsWords.Damaged, error);
        }
    }

#pragma warning disable EF1002 // names of our own
    private static async Task<int> Count(SqliteDb db, string table, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\"").SingleAsync(cancel);
#pragma warning restore EF1002

    private static Task<List<string>> Texts(SqliteDb db, string sql, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<string>(sql).ToListAsync(cancel);
}
