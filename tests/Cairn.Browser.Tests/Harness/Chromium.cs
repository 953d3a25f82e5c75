using Cairn.Browser.Harness;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Cairn.Browser.Harness;

/// <summary>The distribution's Chromium, started once.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROME_PATH") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"There is no Chromium at {path}: ./test installs it, or set CHROME_PATH.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

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
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
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
