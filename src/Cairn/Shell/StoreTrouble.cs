using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cairn.Shell;

/// <summary>What keeps the store from being written, in one sentence that says what to do. It passes, and nothing was changed.</summary>
public static class StoreTrouble
{
    private const int DiskFullOfUnix = 28;

    /// <returns>Null for anything that is not the store's or the disk's doing.</returns>
    public static string? Of(Exception? error) =>
        error switch
        {
            null => null,
            SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
            PostgresException { SqlState: "53100" } => ShellWords.NoRoom,
            PostgresException { SqlState: "25006" } => ShellWords.NotWritable,
            PostgresException { SqlState: "57P03" or "57P01" or "53300" } => ShellWords.StoreAway,
            NpgsqlException { InnerException: SocketException or IOException or TimeoutException } =>
                ShellWords.StoreAway,
            UnauthorizedAccessException => ShellWords.NotWritable,
            IOException io when (io.HResult & 0xFFFF) == DiskFullOfUnix => ShellWords.NoRoom,
            _ => Of(error.InnerException),
        };

    private static string? OfSqlite(int code) =>
        code switch
        {
            13 => ShellWords.NoRoom, // SQLITE_FULL
            8 or 10 or 14 => ShellWords.NotWritable, // READONLY, IOERR, CANTOPEN
            5 or 6 => ShellWords.StoreInUse, // BUSY, LOCKED
            11 or 26 => ShellWords.StoreDamaged, // CORRUPT, NOTADB
            _ => null,
        };
}
