using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.People;

/// <summary>The routes of a running Cairn, as it knows them itself.</summary>
internal static class Routes
{
    public static IReadOnlyList<Route> Of(TestCairn cairn) =>
        [
            .. cairn
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .SelectMany(endpoint =>
                    (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(
                        method => new Route(method, endpoint)
                    )
                )
                .DistinctBy(route => route.Name),
        ];
}

/// <summary>One way to ask Cairn.</summary>
internal sealed partial record Route(string Method, RouteEndpoint Endpoint)
{
    private string Pattern => "/" + Endpoint.RoutePattern.RawText!.Trim('/');

    /// <summary>Such as <c>GET /goals/{goal}</c>, without what the values have to look like.</summary>
    public string Name => $"{Method} {Kinds().Replace(Pattern, "{$1}")}";

    public bool IsForAnybody => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>A cookie opens nothing here.</summary>
    public bool IsForTokens =>
        Endpoint
            .Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .Any(policy => policy.AuthenticationSchemes.Contains(Schemes.Token));

    public bool IsRead => Method is "GET" or "HEAD";

    /// <summary>The address with one of the values that <paramref name="life"/> has in each place.</summary>
    public string AddressIn(OwnersLife life) =>
        Parameter()
            .Replace(
                Pattern,
                place => life.Value(Pattern[..place.Index].Trim('/').Split('/')[^1], place.Groups[1].Value)
            );

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{(\**\w+\??)[^}]*\}")]
    private static partial Regex Kinds();
}

/// <summary>What is asked: an address, and what is sent there.</summary>
internal sealed record Question(string Method, string Address, string? Body = null)
{
    public async Task<Answered> Ask(Visitor visitor, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Address, UriKind.Relative));
        if (Body is not null)
        {
            var type = Body is ['[' or '{', ..] ? "application/json" : "application/x-www-form-urlencoded";
            request.Content = new StringContent(Body, Encoding.UTF8, type);
        }

        with?.Invoke(request);
        using var answer = await visitor.Http.SendAsync(request);
        return new Answered(
            answer.StatusCode,
            answer.Headers.Location?.ToString() ?? "",
            await answer.Content.ReadAsStringAsync()
        );
    }

    public override string ToString() => $"{Method} {Address} {Body}";
}

/// <summary>What was heard.</summary>
internal sealed partial record Answered(HttpStatusCode Status, string Location, string Text)
{
    /// <summary>Without what differs each time: ids, codes, and the name of who asks.</summary>
    public string Comparable => $"{(int)Status} {Changing().Replace(Location, "…")}\n{Changing().Replace(Text, "…")}";

    [GeneratedRegex(@"[A-Za-z0-9_-]{30,}|[0-9A-Z]{4}(-[0-9A-Z]{4}){3}|Member \d+")]
    private static partial Regex Changing();
}
