using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser.Harness;

/// <summary>What every screen has to pass, each time a test comes across it.</summary>
public static class Screens
{
    /// <summary>Leaves a picture in the ignored folder <c>screenshots</c>, asks axe, and looks for sideways scrolling.</summary>
    public static async Task Check(this IPage page, string name, Looks looks)
    {
        await page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(Folder(), $"{name}-{looks}.png"), FullPage = true }
        );
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{name} at {looks}: "
                + string.Join(
                    "; ",
                    found.Violations.Select(v => $"{v.Id} ({v.Help}) at {v.Nodes.FirstOrDefault()?.Html}")
                )
        );
        var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.True(beyond <= 0, $"{name} at {looks} is {beyond} px wider than the window");
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "screenshots");
}
