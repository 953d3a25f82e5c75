using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.People;

/// <summary>Where somebody is signed in.</summary>
public sealed partial class Sessions(CairnDb db, WriteGate gate, TimeProvider clock, ILogger<Sessions> logger)
{
    /// <summary>After so long without a visit one signs in again.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(60);

    /// <summary>After so long one signs in again whatever happens.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <summary>So long after signing in one may change how one signs in.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>Has just shown here who they are. The word of a provider is enough to come in, and not to change how.</summary>
    public static bool IsFresh(Session? session, DateTimeOffset now) =>
        session is { IsVouchedFor: false } && now - session.Created <= Fresh;

    private static readonly TimeSpan SeenAgain = TimeSpan.FromHours(1);

    /// <summary>Signs somebody in on this device; who was signed in on it before is signed out.</summary>
    /// <param name="context">Gets the cookie.</param>
    /// <param name="person">Who has just proved to be this person.</param>
    /// <param name="how">What is written down about it.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task Begin(HttpContext context, Guid person, SecurityEventKind how, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var pass = Pass.New(person, Guid.CreateVersion7(now));
        var before = SessionCookie.Read(context.Request);
        await gate.Write(
            db,
            person,
            async () =>
            {
                var (idle, old) = (now - LongestPause, now - Longest);
                await db
                    .Sessions.Where(s => s.PersonId == person && (s.Seen < idle || s.Created < old))
                    .ExecuteDeleteAsync(cancel);
                if (before is not null && before.Person == person)
                {
                    await db.Sessions.Where(s => s.PersonId == person && s.Id == before.Id).ExecuteDeleteAsync(cancel);
                }

                db.Sessions.Add(
                    new Session
                    {
                        PersonId = person,
                        Id = pass.Id,
                        Secret = pass.Hash,
                        Device = DeviceName.Of(context.Request),
                        Created = now,
                        Seen = now,
                        IsVouchedFor = how == SecurityEventKind.SignedInByProvider,
                    }
                );
                await db.Happened(person, how, now, cancel);
                return pass.Id;
            },
            cancel
        );
        if (before is not null && before.Person != person)
        {
            await End(before.Person, before.Id, SecurityEventKind.SignedOut, cancel);
        }

        SessionCookie.Write(context, pass);
    }

    /// <returns>Whose session it is and with what role; null for a cookie that opens nothing (any more).</returns>
    public async Task<(Person Person, Role Role, Session Session)?> Find(Pass pass, CancellationToken cancel)
    {
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join person in db.People on session.PersonId equals person.Id
            join account in db.Accounts on person.Id equals account.PersonId
            where session.PersonId == pass.Person && session.Id == pass.Id
            select new
            {
                session,
                person,
                account.Role,
            }
        ).SingleOrDefaultAsync(cancel);
        var now = clock.GetUtcNow();
        if (
            found is null
            || !pass.Opens(found.session.Secret)
            || found.session.Seen < now - LongestPause
            || found.session.Created < now - Longest
        )
        {
            return null;
        }

        if (now - found.session.Seen >= SeenAgain)
        {
            await Note(pass, now, cancel);
        }

        return (found.person, found.Role, found.session);
    }

    private async Task Note(Pass pass, DateTimeOffset now, CancellationToken cancel)
    {
        var trouble = await gate.Try(
            db,
            pass.Person,
            () =>
                db
                    .Sessions.Where(s => s.PersonId == pass.Person && s.Id == pass.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.Seen, now), cancel),
            cancel
        );
        if (trouble is not null)
        {
            NotNoted(trouble);
        }
    }

    /// <summary>From now on the cookie of that device opens nothing.</summary>
    /// <returns>False where there was no such session.</returns>
    public Task<bool> End(Guid person, Guid session, SecurityEventKind how, CancellationToken cancel) =>
        gate.Write(
            db,
            person,
            async () =>
            {
                var ended = await db
                    .Sessions.Where(s => s.PersonId == person && s.Id == session)
                    .ExecuteDeleteAsync(cancel);
                if (ended > 0)
                {
                    await db.Happened(person, how, clock.GetUtcNow(), cancel);
                }

                return ended > 0;
            },
            cancel
        );

    /// <summary>Everywhere but on one device.</summary>
    public Task<int> EndOthers(Guid person, Guid? kept, CancellationToken cancel) =>
        gate.Write(
            db,
            person,
            async () =>
            {
                var ended = await db
                    .Sessions.Where(s => s.PersonId == person && s.Id != kept)
                    .ExecuteDeleteAsync(cancel);
                if (ended > 0)
                {
                    await db.Happened(person, SecurityEventKind.SessionEnded, clock.GetUtcNow(), cancel);
                }

                return ended;
            },
            cancel
        );

    [LoggerMessage(LogLevel.Warning, "That somebody was here could not be written down")]
    private partial void NotNoted(Exception error);
}
