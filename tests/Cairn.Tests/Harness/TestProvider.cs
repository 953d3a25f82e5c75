using System.Security.Claims;
using System.Security.Cryptography;
using Cairn.Accounts.Provider;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Xunit;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Cairn.Harness;

/// <summary>A real provider of OpenID Connect on a free port, at which somebody is signed in already.</summary>
public sealed class TestProvider : IAsyncLifetime
{
    public const string Usual = "ada-at-the-provider";

    private const string Client = "cairn";
    private const string Secret = "a secret of the test";

    private readonly WebApplication app;

    public TestProvider() => app = Build(this);

    public Uri Address => new(app.Urls.First());

    /// <summary>Who is signed in there; null for somebody who says no.</summary>
    public string? Subject { get; set; } = Usual;

    /// <summary>There is a page with a link before it answers.</summary>
    public bool AsksFirst { get; set; }

    /// <summary>How often it was asked anything.</summary>
    public int Asked { get; private set; }

    /// <summary>As the host would write it.</summary>
    public HostSettings Settings =>
        new()
        {
            Provider = new ProviderSettings
            {
                Authority = Address,
                Client = Client,
                Secret = Secret,
            },
        };

    public static async Task<TestProvider> Start()
    {
        var provider = new TestProvider();
        await provider.InitializeAsync();
        return provider;
    }

    /// <summary>Asked once, so that what it does the first time only is done.</summary>
    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = Address };
        await http.GetStringAsync(new Uri(".well-known/openid-configuration", UriKind.Relative));
        await http.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative));
        Asked = 0;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private static WebApplication Build(TestProvider provider)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder
            .Services.AddOpenIddict()
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256))); // the usual RSA takes seconds to make
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
                server.UseAspNetCore().DisableTransportSecurityRequirement();
                server.EnableDegradedMode(); // clients and people are known below, not in a database
                server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(KnowClient)
                );
                server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(KnowSecret));
                server.AddEventHandler<HandleAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(provider.Answer)
                );
            });
        var built = builder.Build();
        built.Use(
            (context, next) =>
            {
                provider.Asked++;
                return next(context);
            }
        );
        built.UseAuthentication();
        return built;
    }

    private static ValueTask KnowClient(ValidateAuthorizationRequestContext asked)
    {
        if (
            asked.ClientId != Client
            || asked.RedirectUri?.EndsWith(ProviderSignIn.Callback, StringComparison.Ordinal) != true
        )
        {
            asked.Reject(Errors.InvalidClient);
        }

        return default;
    }

    private static ValueTask KnowSecret(ValidateTokenRequestContext asked)
    {
        if (asked.ClientId != Client || asked.ClientSecret != Secret)
        {
            asked.Reject(Errors.InvalidClient);
        }

        return default;
    }

    private async ValueTask Answer(HandleAuthorizationRequestContext asked)
    {
        var http = asked.Transaction.GetHttpRequest()!.HttpContext;
        if (AsksFirst && !http.Request.Query.ContainsKey("agreed"))
        {
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync(
                $"<title>Provider</title><a href='{http.Request.Path}{http.Request.QueryString}&agreed=1'>Yes, it is me</a>"
            );
            asked.HandleRequest();
            return;
        }

        if (Subject is null)
        {
            asked.Reject(Errors.AccessDenied);
            return;
        }

        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType);
        identity.AddClaim(new Claim(Claims.Subject, Subject));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(asked.Request.GetScopes());
        asked.Principal = principal;
    }
}
