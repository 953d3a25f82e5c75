using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit.v3;

namespace Cairn.Browser.Harness;

/// <summary>The profiles that each test has opened. A hundred left open ask servers that are gone, and slow the others down.</summary>
internal static class Pages
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = new();

    public static ConcurrentBag<IBrowserContext> Of(string? test) => Opened.GetOrAdd(test ?? "", _ => []);

    public static async Task Close(string test)
    {
        if (Opened.TryRemove(test, out var contexts))
        {
            foreach (var context in contexts)
            {
                try
                {
                    await context.CloseAsync();
                }
                catch (PlaywrightException)
                {
                    // The browser has closed it: so be it.
                }
            }
        }
    }
}

/// <summary>Closes what a test has opened when it is over.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesItsPagesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => _ = Pages.Close(test.UniqueID);
}
