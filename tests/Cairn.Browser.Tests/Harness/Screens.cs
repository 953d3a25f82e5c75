using System.Runtime.CompilerServices;
using Cairn.Harness;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser.Harness;

/// <summary>What every screen has to pass, each time a test comes across it.</summary>
public static class Screens
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly bool TakesPictures =
        Environment.GetEnvironmentVariable("CAIRN_PICTURES") == "1" || LongRun.IsOn;

    /// <summary>
    /// Asks axe, and looks for sideways scrolling. CAIRN_PICTURES=1 leaves a picture in the ignored folder
    /// <c>screenshots</c>: where nobody looks at them, they took a seventh of the time.
    /// </summary>
    public static async Task Check(this IPage page, string name, Looks looks)
    {
        if (TakesPictures)
        {
            var path = Path.Combine(Folder(), $"{name}-{looks}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        }

        var violations = await page.Violations(looks);
        Assert.True(violations.Length == 0, $"{name} at {looks}: {string.Join("; ", violations)}");
        var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.True(beyond <= 0, $"{name} at {looks} is {beyond} px wider than the window");
    }

    /// <summary>
    /// What axe finds. The theme changes colours and nothing else, so in the dark only they are asked about; the narrowest
    /// phone shows the colours of the wider one, so there all but them.
    /// </summary>
    private static async Task<string[]> Violations(this IPage page, Looks looks)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async ([isDark, isNarrow]) => {
              const options = {
                resultTypes: ['violations'],
                preload: false,
                selectors: false,
                ...(isDark && { runOnly: ['color-contrast'] }),
                ...(isNarrow && { rules: { 'color-contrast': { enabled: false } } }),
              };
              const { violations } = await axe.run(document, options);
              return violations.map(found => `${found.id} (${found.help}) at ${found.nodes[0]?.html}`);
            }
            """,
            new[] { looks.Dark, looks is { Dark: false, Width: < 390 } }
        );
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "screenshots");
}
