using System.Globalization;
using Cairn.People;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;

namespace Cairn.Shell;

/// <summary>What every page has around it: language, headers, compression, and an answer when something goes wrong.</summary>
public static class ShellServices
{
    /// <summary>The languages whose words are complete.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "de"];

    public static void AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton(provider => new Assets(provider.GetServices<EndpointDataSource>()));
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli =>
            brotli.Level = System.IO.Compression.CompressionLevel.Optimal
        );
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.DefaultRequestCulture = new RequestCulture("en");
            localization.SupportedUICultures = [.. Languages.Select(CultureInfo.GetCultureInfo)];
            localization.SupportedCultures =
            [
                .. CultureInfo
                    .GetCultures(CultureTypes.AllCultures)
                    .Where(culture => Languages.Contains(culture.TwoLetterISOLanguageName)),
            ];
            localization.RequestCultureProviders =
            [
                .. LanguageCookies.Select(name => new CookieRequestCultureProvider { CookieName = name }),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    public const string LanguageCookie = "cairn-language";

    /// <summary>As it is called over https, and without.</summary>
    public static readonly IReadOnlyList<string> LanguageCookies =
    [
        HostCookie.Guarded + LanguageCookie,
        LanguageCookie,
    ];

    /// <summary>A year: for so long a browser asks this host over https only, once it has been asked so (RFC 6797).</summary>
    private const string HttpsOnly = "max-age=31536000; includeSubDomains";

    /// <summary>First of all, so that refusals and pages about trouble carry them as well.</summary>
    public static void UseHeaders(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<Assets>();
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    Write(context.Response.Headers, files);
                    if (context.Request.IsHttps && !IsThisMachine(context.Request.Host))
                    {
                        context.Response.Headers.StrictTransportSecurity = HttpsOnly;
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = context => Results.Extensions.Sorry(context).ExecuteAsync(context),
                StatusCodeSelector = error =>
                    error is BadHttpRequestException { StatusCode: var status }
                        ? status // a body that is too long, for one: not our fault
                        : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePages(status => Results.Extensions.Sorry(status.HttpContext).ExecuteAsync(status.HttpContext));
        app.UseResponseCompression();
        app.UseReadableForms();
    }

    /// <summary>Other programs on it have the same name, and no https.</summary>
    private static bool IsThisMachine(HostString host) =>
        PrivateDoor.Hosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    private static void Write(IHeaderDictionary headers, Assets files)
    {
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' {files.ImportMapHash}; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
    }
}
