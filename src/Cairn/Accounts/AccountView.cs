using Cairn.Accounts.Provider;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>One's own ways to sign in, where one is signed in, and what happened lately.</summary>
public sealed record AccountView(
    string Name,
    bool HasPassword,
    IReadOnlyList<AccountView.Key> Passkeys,
    int CodesLeft,
    IReadOnlyList<AccountView.Place> Places,
    IReadOnlyList<AccountView.Happening> Lately
)
{
    private const int Happenings = 20;

    /// <summary>Has just signed in, and may change how.</summary>
    public bool IsFresh { get; init; }

    public bool IsOwner { get; init; }

    /// <summary>The proxy before Cairn says who it is.</summary>
    public bool IsByProxy { get; init; }

    public bool CanHavePasskeys { get; init; }

    /// <summary>Who else can say who it is, by name; null for nobody.</summary>
    public string? Provider { get; init; }

    public IReadOnlyList<Connection> Connections { get; init; } = [];
    public string? Said { get; init; }
    public string? Wrong { get; init; }

    public sealed record Key(Guid Id, string Device, DateTime Created, DateTime? Used);

    public sealed record Connection(Guid Id, DateTime Created, DateTime? Used);

    public sealed record Place(Guid Id, string Device, DateTime Seen, bool IsThis);

    public sealed record Happening(SecurityEventKind Kind, DateTime At);

    public static async Task<AccountView> Read(
        CairnDb db,
        HttpContext context,
        Me me,
        string? said,
        CancellationToken cancel
    )
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.PersonId == me.Id, cancel);
        var passkeys = await db
            .Passkeys.AsNoTracking()
            .Where(p => p.PersonId == me.Id)
            .OrderBy(p => p.Created)
            .Select(p => new
            {
                p.Id,
                p.Device,
                p.Created,
                p.Used,
            })
            .ToListAsync(cancel);
        var connections = await db
            .ProviderIdentities.AsNoTracking()
            .Where(i => i.PersonId == me.Id)
            .OrderBy(i => i.Created)
            .ToListAsync(cancel);
        var codes = await db.RecoveryCodes.CountAsync(c => c.PersonId == me.Id, cancel);
        var sessions = await db
            .Sessions.AsNoTracking()
            .Where(s => s.PersonId == me.Id)
            .OrderByDescending(s => s.Seen)
            .ToListAsync(cancel);
        var lately = await db
            .SecurityEvents.AsNoTracking()
            .Where(e => e.PersonId == me.Id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Happenings)
            .ToListAsync(cancel);
        var here = context.CurrentSession();
        return new AccountView(
            account.Name,
            account.Password is not null,
            [.. passkeys.Select(p => new Key(p.Id, p.Device, Wall(p.Created), WallOrNone(p.Used)))],
            codes,
            [.. sessions.Select(s => new Place(s.Id, s.Device, Wall(s.Seen), s.Id == here?.Id))],
            [.. lately.Select(e => new Happening(e.Kind, Wall(e.At)))]
        )
        {
            Provider = context.RequestServices.GetService<ProviderSettings>()?.Name,
            Connections = [.. connections.Select(i => new Connection(i.Id, Wall(i.Created), WallOrNone(i.Used)))],
            IsFresh = Sessions.IsFresh(here, me.Now),
            IsByProxy = context.User.Identity?.AuthenticationType == Schemes.Proxy,
            IsOwner = account.Role == Role.Owner,
            CanHavePasskeys = Ceremony.IsPossible(context),
            Said = said,
        };

        DateTime Wall(DateTimeOffset instant) => me.Person.WallOf(instant);

        DateTime? WallOrNone(DateTimeOffset? instant) => instant is { } there ? Wall(there) : null;
    }

    public static string? SaidFor(string? key) =>
        key switch
        {
            "passkey" => AccountsWords.PasskeyAdded,
            "removed" => AccountsWords.PasskeyRemoved,
            "provider" => AccountsWords.ProviderConnected,
            "disconnected" => AccountsWords.ProviderDisconnected,
            "password" => AccountsWords.PasswordSet,
            _ => null,
        };
}
