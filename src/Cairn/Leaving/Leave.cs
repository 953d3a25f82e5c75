using Cairn.Backups;
using Cairn.Data;
using Cairn.People;
using Cairn.Transfer;
using Cairn.Transfer.Screens;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Leaving;

/// <summary>Deletes a person: every row, every file, at once and for good. Backups keep their own rotation.</summary>
public sealed class Leave(
    CairnDb db,
    WriteGate gate,
    Tidying tidying,
    SafetyCopy copies,
    FarewellCopies farewell,
    UploadedFiles uploads,
    BackupMaker backups
)
{
    /// <param name="me">Who leaves.</param>
    /// <param name="keepCopy">They want an archive to stay for a while.</param>
    /// <param name="next">Who looks after this Cairn from now on; null where nobody else has to.</param>
    /// <param name="cancel">Stops before the deletion, never within.</param>
    /// <returns>Null where <paramref name="next"/> has left meanwhile: then nothing was deleted.</returns>
    /// <exception cref="IOException">The copy that was asked for could not be kept; nothing was deleted.</exception>
    public async Task<Receipt?> Delete(Me me, bool keepCopy, Guid? next, CancellationToken cancel)
    {
        DateOnly? until = keepCopy ? await farewell.Make(db, me, cancel) : null;
        var rows = await gate.Write(
            db,
            me.Id,
            async () =>
            {
                db.ChangeTracker.Clear();
                return next is { } owner && !await HandOver(owner, me.Now)
                    ? null
                    : await PersonRows.Delete(db, me.Id, CancellationToken.None);
            },
            cancel
        );
        if (rows is null)
        {
            return null;
        }

        var files = uploads.ForgetAll(me.Id) + ForgetArchives(me.Id) + await ForgetCopies(me.Id);
        await db.Database.CloseConnectionAsync();
        return new Receipt(me.Now, rows, files, until, await tidying.Now(CancellationToken.None));
    }

    /// <returns>False where there is nobody any more to take it.</returns>
    private async Task<bool> HandOver(Guid next, DateTimeOffset now)
    {
        var named = await db
            .Accounts.Where(account => account.PersonId == next)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Role, Role.Owner), CancellationToken.None);
        if (named > 0)
        {
            await db.Happened(next, SecurityEventKind.BecameOwner, now, CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return named > 0;
    }

    private int ForgetArchives(Guid person)
    {
        var folder = copies.FolderOf(person);
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var files = Directory.GetFiles(folder).Length;
        Directory.Delete(folder, recursive: true);
        return files;
    }

    private async Task<int> ForgetCopies(Guid person)
    {
        var gone = 0;
        foreach (var copy in backups.All().Where(backup => backup.Occasion == Occasion.BeforeImport))
        {
            if (await IsOf(copy, person))
            {
                File.Delete(copy.Path);
                gone++;
            }
        }

        return gone;
    }

    private async Task<bool> IsOf(Backup copy, Guid person)
    {
        try
        {
            return await backups.HoldsOnly(copy, person, CancellationToken.None);
        }
        catch (BackupException)
        {
            return false; // nobody can read it, and it goes with its rotation
        }
    }
}
