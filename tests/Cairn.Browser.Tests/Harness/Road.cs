using Cairn.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cairn.Browser.Harness;

/// <summary>
/// What lies between a device and Cairn. It can lose answers on the way back, after Cairn has taken what was sent, and
/// it stays where it is when Cairn restarts elsewhere.
/// </summary>
public sealed class Road : IAsyncDisposable
{
    private readonly HttpClient http = new(
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
        }
    );
    private readonly WebApplication app;

    private Road(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>Where Cairn is; null when it is away.</summary>
    public Uri? To { get; set; }

    /// <summary>Cairn gets what is sent, and its answer never arrives.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>How long an answer takes longer.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many lists of actions lost their answer.</summary>
    public int Lost { get; private set; }

    /// <summary>Changes what is answered, by its path.</summary>
    public Func<string, string, string>? Rewrite { get; set; }

    public static async Task<Road> Before(TestCairn cairn)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var road = new Road(built) { To = cairn.Address };
        built.Run(road.Forward);
        await built.StartAsync();
        return road;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task Forward(HttpContext context)
    {
        if (To is null)
        {
            context.Abort();
            return;
        }

        var request = context.Request;
        using var sent = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(To, request.Path + request.QueryString)
        );
        if (HttpMethods.IsPost(request.Method))
        {
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            body.Position = 0;
            sent.Content = new StreamContent(body);
            sent.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        foreach (
            var (name, value) in request.Headers.Where(header =>
                !header.Key.StartsWith("Content-", StringComparison.Ordinal)
            )
        )
        {
            sent.Headers.TryAddWithoutValidation(name, value.ToArray());
        }

        using var answer = await http.SendAsync(sent);
        await Task.Delay(Delay);
        if (LosesAnswers)
        {
            Lost += request.Path == "/actions" ? 1 : 0;
            context.Abort();
            return;
        }

        await Pass(context, answer);
    }

    private async Task Pass(HttpContext context, HttpResponseMessage answer)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, value) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Content-Length" or "Content-Encoding"))
            {
                context.Response.Headers[name] = value.ToArray();
            }
        }

        var path = context.Request.Path.ToString();
        if (
            Rewrite is { } rewrite
            && answer.Content.Headers.ContentType?.MediaType?.StartsWith("text/", StringComparison.Ordinal) is true
        )
        {
            await context.Response.WriteAsync(rewrite(path, await answer.Content.ReadAsStringAsync()));
            return;
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
