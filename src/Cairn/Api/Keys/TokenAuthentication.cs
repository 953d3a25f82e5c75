using System.Security.Claims;
using System.Text.Encodings.Web;
using Cairn.Api.Answers;
using Cairn.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Cairn.Api.Keys;

/// <summary>
/// <c>Authorization: Bearer cairn_…</c> is the person whose key that is. Below <see cref="ApiEndpoints.Root"/> only: a key opens no page.
/// </summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    AccessKeys keys
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = Schemes.Token;

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (
            !Request.Path.StartsWithSegments(ApiEndpoints.Root, StringComparison.OrdinalIgnoreCase)
            || Request.Headers.Authorization is not [{ } shown]
            || !shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        )
        {
            return AuthenticateResult.NoResult();
        }

        if (await keys.Open(shown[Bearer.Length..].Trim(), Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.Fail("No such key");
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, key.PersonId.ToString()),
                .. key.ScopeList.Select(scope => new Claim(Scopes.Claim, scope)),
            ],
            Scheme.Name
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <summary>Whether a key was never made, is over or was taken back is not told.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var shown = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = shown
            ? "Bearer realm=\"cairn\", error=\"invalid_token\""
            : "Bearer realm=\"cairn\"";
        return Problem
            .Of(StatusCodes.Status401Unauthorized, shown ? ApiWords.NoSuchKey : ApiWords.NoKeyShown)
            .ExecuteAsync(Context);
    }

    /// <summary>Where there is no operation, no scope is missing.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<NeededScope>()?.Scope is not { } needed)
        {
            return Problem.NotHere.ExecuteAsync(Context);
        }

        Response.Headers.Append(
            HeaderNames.WWWAuthenticate,
            $"Bearer realm=\"cairn\", error=\"insufficient_scope\", scope=\"{needed}\""
        );
        return Problem
            .Of(StatusCodes.Status403Forbidden, Shell.Phrase.Of(ApiWords.ScopeMissing, needed))
            .ExecuteAsync(Context);
    }
}

/// <summary>On each operation of the API: what a key needs for it.</summary>
public sealed record NeededScope(string Scope);
