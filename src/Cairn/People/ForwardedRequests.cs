using Microsoft.AspNetCore.HttpOverrides;

namespace Cairn.People;

/// <summary>What a proxy says about a request that it passes on, taken from those only whom the host has listed.</summary>
public static class ForwardedRequests
{
    /// <summary>Their presence says that something between has passed a request on, and our own remembering of it.</summary>
    private static readonly string[] Signs =
    [
        ForwardedHeadersDefaults.XForwardedForHeaderName,
        ForwardedHeadersDefaults.XForwardedHostHeaderName,
        ForwardedHeadersDefaults.XForwardedProtoHeaderName,
        ForwardedHeadersDefaults.XOriginalForHeaderName,
        ForwardedHeadersDefaults.XOriginalHostHeaderName,
        ForwardedHeadersDefaults.XOriginalProtoHeaderName,
        "Forwarded",
    ];

    /// <summary>Before anything else looks at where a request comes from.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<TrustedProxies>();
        if (proxies.UserHeader is { } header)
        {
            app.Use(
                (context, next) =>
                {
                    if (!proxies.Include(context.Connection.RemoteIpAddress))
                    {
                        context.Request.Headers.Remove(header);
                    }

                    return next(context);
                }
            );
        }

        if (proxies.Networks.Count > 0) // the framework takes an empty list for everybody
        {
            app.UseForwardedHeaders(Believing(proxies));
        }
    }

    /// <summary>It came through something else, believed or not: nobody knows how far away it began.</summary>
    public static bool WasPassedOn(HttpContext context) =>
        Signs.Any(context.Request.Headers.ContainsKey)
        || context.RequestServices.GetRequiredService<TrustedProxies>().NameSomebody(context.Request);

    private static ForwardedHeadersOptions Believing(TrustedProxies proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null, // one listed proxy behind another; it ends at the first that is not listed
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }
}
