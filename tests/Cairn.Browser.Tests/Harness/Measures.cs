using Microsoft.Playwright;

namespace Cairn.Browser.Harness;

/// <summary>What quality asks of every screen in numbers.</summary>
public static class Measures
{
    /// <summary>Opens a page, and counts what came over the wire until nothing more comes.</summary>
    public static async Task<long> Weigh(this IPage page, string path)
    {
        var bytes = 0L;
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, told) =>
            bytes += (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return bytes;
    }

    /// <summary>As on a phone whose processor is so many times slower.</summary>
    public static async Task SlowDown(this IPage page, int times)
    {
        var processor = await page.Context.NewCDPSessionAsync(page);
        await processor.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = times });
    }

    /// <summary>Milliseconds from asking for the page until something of it was seen.</summary>
    public static async Task<double> FirstPaint(this IPage page)
    {
        const string seen = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
        await page.Until($"() => {seen} > 0");
        return await page.EvaluateAsync<double>($"() => {seen}");
    }

    /// <summary>Controls that are narrower or lower than 48 px; a box and its label are one target.</summary>
    public static Task<string[]> TooSmallForAThumb(this IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main button, main a, main input, main textarea, main select, main summary')]
              .filter(control => !control.matches('.unseen, .skip, [type=hidden]') && control.checkVisibility())
              .map(control => [control, (control.matches('[type=checkbox], [type=radio]') ? control.closest('label') : control).getBoundingClientRect()])
              .filter(([control, box]) => box.width < 48 || box.height < 48)
              .map(([control, box]) => `${control.outerHTML.slice(0, 80)}: ${box.width} x ${box.height}`)
            """
        );
}
