using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api.Keys;

/// <summary>The keys of a person: made, shown once, used, taken back.</summary>
public sealed partial class AccessKeys(CairnDb db, WriteGate gate, TimeProvider clock, ILogger<AccessKeys> logger)
{
    /// <summary>Nobody has use for more; a form in a loop would make them.</summary>
    public const int MostOfOnePerson = 50;

    private static readonly TimeSpan WorthNoting = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<AccessKey>> Of(Guid person, CancellationToken cancel) =>
        await db
            .AccessKeys.AsNoTracking()
            .Where(key => key.PersonId == person)
            .OrderByDescending(key => key.Created)
            .ToListAsync(cancel);

    /// <param name="me">Whose.</param>
    /// <param name="id">Made by the page.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="days">How long it holds; null until it is taken back.</param>
    /// <param name="cancel">Stops the waiting.</param>
    /// <returns>The secret, which nobody sees again; null if there is this key already, or no room for one more.</returns>
    public Task<string?> Make(
        Me me,
        Guid id,
        string name,
        IEnumerable<string> scopes,
        int? days,
        CancellationToken cancel
    ) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var known = await db
                    .AccessKeys.Where(key => key.PersonId == me.Id)
                    .Select(key => key.Id)
                    .ToListAsync(cancel);
                if (known.Contains(id) || known.Count >= MostOfOnePerson)
                {
                    return null;
                }

                var pass = Pass.New(me.Id, id);
                db.AccessKeys.Add(
                    new AccessKey
                    {
                        PersonId = me.Id,
                        Id = id,
                        Name = name,
                        Scopes = string.Join(' ', scopes),
                        Hash = pass.Hash,
                        Created = me.Now,
                        Expires = days is { } count ? me.Now.AddDays(count) : null,
                    }
                );
                await db.Happened(me.Id, SecurityEventKind.KeyMade, me.Now, cancel);
                return KeySecret.TextOf(pass);
            },
            cancel
        );

    /// <summary>From now on it opens nothing. Twice is once.</summary>
    /// <returns>False if this person never had it, or has it no longer.</returns>
    public Task<bool> TakeBack(Me me, Guid id, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var keys = db.AccessKeys.Where(key => key.PersonId == me.Id && key.Id == id);
                if (await keys.ExecuteDeleteAsync(cancel) == 0)
                {
                    return false;
                }

                await db.Happened(me.Id, SecurityEventKind.KeyTakenBack, me.Now, cancel);
                return true;
            },
            cancel
        );

    /// <returns>The key that a program shows, if it opens something now.</returns>
    public async Task<AccessKey?> Open(string? text, CancellationToken cancel)
    {
        if (KeySecret.Read(text) is not { } shown)
        {
            return null;
        }

        var key = await db
            .AccessKeys.AsNoTracking()
            .FirstOrDefaultAsync(k => k.PersonId == shown.Person && k.Id == shown.Id, cancel);
        var now = clock.GetUtcNow();
        if (key is null || !shown.Opens(key.Hash) || key.Expires <= now)
        {
            return null;
        }

        if (key.LastUsed is not { } last || now - last >= WorthNoting)
        {
            await Note(key, now, cancel);
        }

        return key;
    }

    private async Task Note(AccessKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var trouble = await gate.Try(
            db,
            key.PersonId,
            () =>
                db
                    .AccessKeys.Where(k => k.PersonId == key.PersonId && k.Id == key.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsed, now), cancel),
            cancel
        );
        if (trouble is not null)
        {
            NotNoted(trouble);
        }
    }

    [LoggerMessage(LogLevel.Warning, "That a key was used could not be written down")]
    private partial void NotNoted(Exception error);
}
