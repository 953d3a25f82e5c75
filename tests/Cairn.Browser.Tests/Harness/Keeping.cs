using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser.Harness;

/// <summary>What the service worker has kept, seen from the page.</summary>
public static class Keeping
{
    /// <summary>A promise of all rows of the outbox, as an expression.</summary>
    public const string Outbox = """
        new Promise((resolve, reject) => {
          const asked = indexedDB.open('cairn', 1);
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const read = asked.result.transaction('outbox').objectStore('outbox').getAll();
            read.onsuccess = () => { asked.result.close(); resolve(read.result); };
          };
        })
        """;

    private const int Tries = 1200;

    /// <summary>Waits until everything that was tapped has been answered.</summary>
    public static Task NothingWaits(this IPage page) =>
        page.Until($"() => {Outbox}.then(rows => rows.every(row => row.state !== 'waits'))");

    /// <summary>Waits until the worker has taken over this page.</summary>
    public static Task WorkerIsReady(this IPage page) =>
        page.Until("() => navigator.serviceWorker.controller?.state === 'activated'");

    /// <summary>Waits until the kept copy of a page holds some text.</summary>
    public static Task IsKept(this IPage page, string path, string text) =>
        page.Until(
            """
            async ([path, text]) => !!(await (await (await caches.open('pages')).match(path))?.text())?.includes(text)
            """,
            new[] { path, text }
        );

    public static Task<string[]> KeptPages(this IPage page) =>
        page.EvaluateAsync<string[]>(
            "async () => (await (await caches.open('pages')).keys()).map(kept => new URL(kept.url).pathname)"
        );

    /// <summary>Asks the page until the answer is yes; Playwright's own waiting needs <c>eval</c>, which our policy forbids.</summary>
    public static async Task Until(this IPage page, string question, object? argument = null)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await page.EvaluateAsync<bool>(question, argument))
            {
                return;
            }

            await page.WaitForTimeoutAsync(50);
        }

        Assert.Fail($"It never came true in the browser: {question}");
    }
}
