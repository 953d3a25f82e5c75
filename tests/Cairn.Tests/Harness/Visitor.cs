using System.Net;
using System.Net.Sockets;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Cairn.Harness;

/// <summary>Somebody with a browser that has no JavaScript: reads pages, fills in forms, presses buttons.</summary>
/// <param name="address">Where Cairn is.</param>
/// <param name="from">The address of this machine from which they ask, such as 127.0.0.2.</param>
public sealed class Visitor(Uri address, IPAddress? from = null) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = from is null ? null : Connect(from) }
    )
    {
        BaseAddress = address,
    };

    public HttpClient Http => http;

    /// <summary>Where the last page was found.</summary>
    public string Path { get; private set; } = "/";

    public HttpStatusCode Status { get; private set; }

    public IHtmlDocument Page { get; private set; } = Parse("");

    public string Text => Page.QuerySelector("main")?.TextContent ?? Page.Body?.TextContent ?? "";

    public Task Open(string path) => Follow(path, http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Presses the button with this name and value, or the form's only one, in the first form that has it.</summary>
    public Task Press(string? name = null, string? value = null, string within = "form") =>
        Send(FieldsFor(FindButton(name, value, within)), FindButton(name, value, within));

    public void Fill(string name, string value)
    {
        switch (Page.QuerySelector($"input[name='{name}'], textarea[name='{name}']"))
        {
            case IHtmlInputElement field:
                field.Value = value;
                break;
            case IHtmlTextAreaElement field:
                field.Value = value;
                break;
            default:
                throw new InvalidOperationException($"There is no field {name} on {Path}");
        }
    }

    /// <summary>What pressing the button would send, to be sent again or changed.</summary>
    public Dictionary<string, string> FieldsFor(IHtmlButtonElement button)
    {
        var fields = button
            .Form!.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(input => input.Name is not null && (input.Type is not ("radio" or "checkbox") || input.IsChecked))
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var area in button.Form!.QuerySelectorAll<IHtmlTextAreaElement>("textarea"))
        {
            fields[area.Name!] = area.Value;
        }

        foreach (var choice in button.Form!.QuerySelectorAll<IHtmlSelectElement>("select"))
        {
            fields[choice.Name!] = choice.Value ?? "";
        }

        if (button.Name is { Length: > 0 } name)
        {
            fields[name] = button.Value;
        }

        return fields;
    }

    public IHtmlButtonElement FindButton(string? name = null, string? value = null, string within = "form") =>
        Page.QuerySelectorAll<IHtmlButtonElement>($"{within} button")
            .FirstOrDefault(button => (name is null || button.Name == name) && (value is null || button.Value == value))
        ?? throw new InvalidOperationException($"There is no button {name}={value} on {Path}: {Text}");

    public Task Post(string path, Dictionary<string, string> fields) =>
        Follow(path, http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields)));

    /// <summary>Sends fields whose names may come several times.</summary>
    public Task PostAll(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        Follow(path, http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields)));

    public void Dispose() => http.Dispose();

    private static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> Connect(IPAddress from) =>
        async (asked, cancel) =>
        {
            var socket = new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(asked.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        };

    private Task Send(Dictionary<string, string> fields, IHtmlButtonElement button) =>
        Post(button.GetAttribute("formaction") ?? button.Form!.GetAttribute("action")!, fields);

    private async Task Follow(string path, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        if (answer.StatusCode == HttpStatusCode.SeeOther)
        {
            await Open(answer.Headers.Location!.ToString());
            return;
        }

        (Path, Status) = (path, answer.StatusCode);
        Page = Parse(await answer.Content.ReadAsStringAsync());
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
