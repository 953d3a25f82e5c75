using Cairn.Data;

namespace Cairn.Backups;

/// <summary>Opens the store with a net below: a backup before an upgrade, and the last one offered where it is damaged.</summary>
public static class OpenStore
{
    /// <returns>Null when the store is open and up to date, otherwise what is wrong and what to do.</returns>
    public static Task<string?> Open(Storage storage, CairnDb db, TimeProvider clock, CancellationToken cancel)
    {
        var backups = new BackupMaker(storage, clock);
        return Store.Open(storage, db, cancel, BeforeUpgrade, Offer(backups));

        async Task<string?> BeforeUpgrade()
        {
            try
            {
                await backups.Make(Occasion.BeforeUpgrade, cancel);
                return null;
            }
            catch (BackupException error)
            {
                return error.Message;
            }
        }
    }

    private static string? Offer(BackupMaker backups)
    {
        try
        {
            return backups.All() is [var last, ..]
                ? $"The last backup is of {last.Made.UtcDateTime:yyyy-MM-dd HH:mm} UTC: “cairn restore” puts it in the store's place and keeps this one."
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
