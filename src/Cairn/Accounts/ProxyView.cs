using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>Whom the proxy before Cairn has signed in: then nobody signs in here.</summary>
/// <param name="Name">As the account has it, or as the proxy says it.</param>
/// <param name="IsKnown">Somebody here has that name.</param>
/// <param name="Back">Where one wanted to go.</param>
/// <param name="Left">One has just signed out.</param>
public sealed record ProxyView(string Name, bool IsKnown, string Back, bool Left)
{
    /// <returns>Null where a proxy says nothing.</returns>
    public static async Task<ProxyView?> Read(
        CairnDb db,
        TrustedProxies proxies,
        HttpRequest request,
        string back,
        bool left,
        CancellationToken cancel
    )
    {
        if (!proxies.NameSomebody(request))
        {
            return null;
        }

        var key = AccountName.KeyOf(proxies.UserOf(request) ?? "");
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NameKey == key, cancel);
        var says = account?.Name ?? request.Headers[proxies.UserHeader!].ToString();
        return new ProxyView(says, account is not null, back, left);
    }
}
