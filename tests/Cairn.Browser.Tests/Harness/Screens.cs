using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser.Harness;

/// <summary>What every screen has to pass, each time a test comes across it.</summary>
public static class Screens
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Leaves a picture in the ignored folder <c>screenshots</c>, asks axe, and looks for sideways scrolling.</summary>
    public static async Task Check(this IPage page, string name, Looks looks)
    {
        await page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(Folder(), $"{name}-{looks}.png"), FullPage = true }
        );
        var violations = await page.Violations(onlyColours: looks.Dark);
        Assert.True(violations.Length == 0, $"{name} at {looks}: {string.Join("; ", violations)}");
        var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.True(beyond <= 0, $"{name} at {looks} is {beyond} px wider than the window");
    }

    /// <summary>What axe finds. What the theme can change is the colours: in the dark only they are asked about.</summary>
    private static async Task<string[]> Violations(this IPage page, bool onlyColours)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async onlyColours => {
              const options = { resultTypes: ['violations'], ...(onlyColours && { runOnly: ['color-contrast'] }) };
              const { violations } = await axe.run(document, options);
              return violations.map(found => `${found.id} (${found.help}) at ${found.nodes[0]?.html}`);
            }
            """,
            onlyColours
        );
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "screenshots");
}
