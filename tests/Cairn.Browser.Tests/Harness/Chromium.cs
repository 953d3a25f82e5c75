using Cairn.Browser.Harness;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: ClosesItsPages]

namespace Cairn.Browser.Harness;

/// <summary>The distribution's Chromium, started once.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The same browser without the windows that nobody sees, where the distribution has it: a third quicker.
    private const string WithoutWindows = "/usr/bin/chromium-headless-shell";

    public static readonly string Program =
        Environment.GetEnvironmentVariable("CHROME_PATH")
        ?? (File.Exists(WithoutWindows) ? WithoutWindows : "/usr/bin/chromium");

    public static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assert.True(
            File.Exists(Program),
            $"There is no Chromium at {Program}: ./test installs it, or set CHROME_PATH."
        );
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments }
        );
    }

    /// <summary>A browser of its own whose profile outlives it, as on somebody's phone.</summary>
    public async Task<Device> Device(Uri address, string folder) =>
        await Harness.Device.Start(playwright!, address, folder);

    /// <summary>A fresh profile that looks at one address, as a phone or a desktop, by day or at dusk.</summary>
    public async Task<IPage> Look(Uri address, Looks looks, bool javaScript = true)
    {
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address.ToString(),
                ViewportSize = new ViewportSize { Width = looks.Width, Height = looks.Width < 800 ? 844 : 800 },
                DeviceScaleFactor = 1,
                HasTouch = looks.Width < 800,
                ColorScheme = looks.Dark ? ColorScheme.Dark : ColorScheme.Light,
                Locale = looks.Language,
                TimezoneId = "Europe/Berlin",
                JavaScriptEnabled = javaScript,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        Pages.Of(TestContext.Current.Test?.UniqueID).Add(context);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}
