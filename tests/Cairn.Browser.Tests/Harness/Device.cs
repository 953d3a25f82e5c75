using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;

namespace Cairn.Browser.Harness;

/// <summary>A browser with a profile on the disk: it can be killed and opened again, and its clock can be set.</summary>
public sealed class Device : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string folder;

    private Device(IBrowserContext context, string folder, IPage page) =>
        (this.context, this.folder, Page) = (context, folder, page);

    public IPage Page { get; }
    public IBrowserContext Context => context;

    public static async Task<Device> Start(IPlaywright playwright, Uri address, string folder)
    {
        var opened = await playwright.Chromium.LaunchPersistentContextAsync(
            folder,
            new BrowserTypeLaunchPersistentContextOptions
            {
                ExecutablePath = Chromium.Program,
                Args = Chromium.Arguments,
                BaseURL = address.ToString(),
                ViewportSize = new ViewportSize { Width = 390, Height = 844 },
                Locale = "en-GB",
                TimezoneId = "Europe/Berlin",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var page = opened.Pages.Count > 0 ? opened.Pages[0] : await opened.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        return new Device(opened, folder, page);
    }

    /// <summary>kill -9 for the browser: no page hears that it closes.</summary>
    public async Task Kill()
    {
        foreach (var process in Process.GetProcessesByName("chromium").Where(IsOurs))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        try
        {
            await context.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // It is closed: that was the point.
        }
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private bool IsOurs(Process process)
    {
        try
        {
            return Encoding
                .UTF8.GetString(File.ReadAllBytes($"/proc/{process.Id}/cmdline"))
                .Contains(folder, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // it has ended meanwhile
        }
    }
}
