using System.Net;
using System.Threading.RateLimiting;
using Cairn.Accounts.Provider;
using Cairn.Data;
using Cairn.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Cairn.Accounts;

/// <summary>How people sign in, and who may have an account.</summary>
public static class AccountServices
{
    /// <summary>For what somebody could try again and again without being signed in.</summary>
    public const string FewTries = "few-tries";

    /// <summary>OWASP, Password Storage Cheat Sheet: PBKDF2 with HMAC-SHA512.</summary>
    private const int HashRounds = 210_000;
    private const int TriesAMinute = 30;

    public static void AddAccounts(this IServiceCollection services, ProviderSettings? provider)
    {
        services.AddIdentityCore<Account>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.ResidentKeyRequirement = "required"; // nobody has to type a name
            passkey.UserVerificationRequirement = "required"; // it is the only thing that is asked for
            passkey.AttestationConveyancePreference = "none";
            passkey.ValidateOrigin = Ceremony.IsOurOrigin;
        });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ProxyHandler>(Schemes.Proxy, null);
        services.AddScoped<Ceremony>();
        services.AddScoped<SigningIn>();
        services.AddScoped<Joining>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<Links>();
        services.AddScoped<Identities>();
        if (provider is not null)
        {
            services.AddProvider(provider);
        }

        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(
                FewTries,
                context =>
                    RateLimitPartition.GetSlidingWindowLimiter(
                        NeighbourhoodOf(context.Connection.RemoteIpAddress),
                        _ => new SlidingWindowRateLimiterOptions
                        {
                            PermitLimit = TriesAMinute,
                            Window = TimeSpan.FromMinutes(1),
                            SegmentsPerWindow = 6,
                        }
                    )
            );
        });
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapSigningIn();
        app.MapProvider();
        app.MapAccount();
        app.MapPeople();
        app.MapInvited();
    }

    /// <summary>Whoever has one address of IPv6 has all that begin like it.</summary>
    private static IPAddress NeighbourhoodOf(IPAddress? address)
    {
        if (
            address
            is null
                or { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork }
                or { IsIPv4MappedToIPv6: true }
        )
        {
            return address ?? IPAddress.None;
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
