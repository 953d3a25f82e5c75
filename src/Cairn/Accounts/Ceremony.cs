using System.Globalization;
using System.Net;
using Cairn.Data;
using Cairn.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Cairn.Accounts;

/// <summary>
/// The two steps of a passkey (W3C Web Authentication): we ask with a fresh challenge, the device answers with what only
/// its key can say. Between them the challenge waits in a cookie that only we can read.
/// </summary>
public sealed class Ceremony(IPasskeyHandler<Account> passkeys, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "cairn-passkey";
    private const string Making = "make";
    private const string Using = "use";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>A passkey belongs to a name, and an address of numbers is none.</summary>
    public static bool IsPossible(HttpContext context) =>
        !IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out _);

    public async Task<IResult> AskToMake(HttpContext context, Guid person, string name)
    {
        var user = new PasskeyUserEntity
        {
            Id = person.ToString(),
            Name = name,
            DisplayName = name,
        };
        var asked = await passkeys.MakeCreationOptionsAsync(user, context);
        return Ask(context, Making, asked.CreationOptionsJson, asked.AttestationState);
    }

    /// <returns>The new passkey and whose it shall be; null when the device did not answer what was asked.</returns>
    public async Task<(UserPasskeyInfo Passkey, Guid Person)?> Made(HttpContext context, string credential)
    {
        if (Remembered(context, Making) is not { } state)
        {
            return null;
        }

        var answer = await passkeys.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = context,
                CredentialJson = credential,
                AttestationState = state,
            }
        );
        return answer.Succeeded && Guid.TryParse(answer.UserEntity.Id, out var person)
            ? (answer.Passkey, person)
            : null;
    }

    public async Task<IResult> AskToUse(HttpContext context)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(null, context); // whoever it is: the device knows
        return Ask(context, Using, asked.RequestOptionsJson, asked.AssertionState);
    }

    /// <returns>The passkey as it is after this use, and whose it is; null when it is nobody's.</returns>
    public async Task<(UserPasskeyInfo Passkey, Account Account)?> Used(HttpContext context, string credential)
    {
        if (Remembered(context, Using) is not { } state)
        {
            return null;
        }

        var answer = await passkeys.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = context,
                CredentialJson = credential,
                AssertionState = state,
            }
        );
        return answer.Succeeded ? (answer.Passkey, answer.User) : null;
    }

    /// <summary>The page and the key have to agree about where they are; a proxy may hide that it speaks https.</summary>
    public static ValueTask<bool> IsOurOrigin(PasskeyOriginValidationContext said) =>
        ValueTask.FromResult(
            !said.CrossOrigin
                && Uri.TryCreate(said.Origin, UriKind.Absolute, out var origin)
                && string.Equals(
                    origin.Authority,
                    said.HttpContext.Request.Host.Value,
                    StringComparison.OrdinalIgnoreCase
                )
        );

    private IResult Ask(HttpContext context, string what, string options, string? state)
    {
        var until = clock.GetUtcNow() + Patience;
        var kept = $"{until.UtcTicks.ToString(CultureInfo.InvariantCulture)} {state}";
        context.Response.Cookies.Append(NameFor(context), Protector(what).Protect(kept), Options(context));
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(options, "application/json");
    }

    private string? Remembered(HttpContext context, string what)
    {
        if (context.Request.Cookies[NameFor(context)] is not { Length: > 0 } kept)
        {
            return null;
        }

        context.Response.Cookies.Delete(NameFor(context), Options(context));
        try
        {
            var parts = Protector(what).Unprotect(kept).Split(' ', 2);
            var until = long.Parse(parts[0], CultureInfo.InvariantCulture);
            return clock.GetUtcNow().UtcTicks <= until ? parts[1] : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string what) => protection.CreateProtector("Cairn.Passkeys", what);

    private static string NameFor(HttpContext context) => HostCookie.NameFor(context.Request, Cookie);

    private static CookieOptions Options(HttpContext context) =>
        HostCookie.Options(context.Request, SameSiteMode.Strict, Patience);
}
