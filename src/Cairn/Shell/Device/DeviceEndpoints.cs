using System.Text.Json;

namespace Cairn.Shell.Device;

/// <summary>What a phone or a computer asks for to keep Cairn as an app of its own.</summary>
public static class DeviceEndpoints
{
    public static void MapDevice(this WebApplication app)
    {
        app.MapGet("/manifest.webmanifest", ShowManifest).AllowAnonymous();
        app.MapGet("/files.js", ListFiles).AllowAnonymous();
        app.MapGet("/offline", (HttpContext context) => Pages.Show<OfflinePage>(context, nameof(OfflinePage.Back), "/"))
            .AllowAnonymous();
    }

    private static IResult ShowManifest(HttpContext context, Assets files)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Json(
            Manifest.InTheLanguageOfNow(files),
            ManifestJson.Default.Manifest,
            "application/manifest+json"
        );
    }

    /// <summary>The list that the service worker keeps: each name carries its file's hash, made at build time.</summary>
    private static IResult ListFiles(HttpContext context, Assets files)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var list = string.Join(",\n", files.OnDevice.Select(file => $"  '{JsonEncodedText.Encode(file)}'"));
        return Results.Text(
            $"export const version = '{JsonEncodedText.Encode(files.Version)}';\nexport const files = [\n{list},\n];\n",
            "text/javascript; charset=utf-8"
        );
    }
}
