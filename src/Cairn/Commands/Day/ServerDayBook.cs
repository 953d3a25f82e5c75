using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Api;
using Cairn.Api.Resources;
using Cairn.Today.Actions;

namespace Cairn.Commands.Day;

/// <summary>A Cairn that serves, here or elsewhere, opened by a key.</summary>
public sealed class ServerDayBook : IDayBook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;

    /// <param name="server">Its address.</param>
    /// <param name="token">From Settings, Keys for other programs.</param>
    public ServerDayBook(Uri server, string token)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) // a key is shown to one server only
        {
            BaseAddress = new Uri(server, $"{ApiEndpoints.Root}/"),
            Timeout = Patience,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en"); // commands speak English
    }

    public Task<Told<DayShown>> Today(Guid? said, CancellationToken cancel) =>
        Ask<DayShown>(new HttpRequestMessage(HttpMethod.Get, said is null ? "today" : $"today?said={said}"), cancel);

    public Task<Told<Taken>> Say(DayAction action, CancellationToken cancel) =>
        Ask<Taken>(
            new HttpRequestMessage(HttpMethod.Post, "actions")
            {
                Content = new StringContent(ActionJson.Write(action), Encoding.UTF8, MediaTypeNames.Application.Json),
            },
            cancel
        );

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Told<T>> Ask<T>(HttpRequestMessage asked, CancellationToken cancel)
        where T : class
    {
        using var request = asked;
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            var body = await answer.Content.ReadAsStringAsync(cancel);
            return answer.IsSuccessStatusCode
                ? new(JsonSerializer.Deserialize<T>(body, ApiFormat.Usual))
                : Told.Refused<T>(WhyOf(body) ?? $"{http.BaseAddress} answered with {(int)answer.StatusCode}.");
        }
        catch (JsonException)
        {
            return Told.Refused<T>($"{http.BaseAddress} is no Cairn, or another version of it.");
        }
        catch (HttpRequestException error)
        {
            return Told.Refused<T>($"{http.BaseAddress} cannot be reached ({error.Message}).", ExitCode.Store);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Told.Refused<T>($"{http.BaseAddress} does not answer.", ExitCode.Store);
        }
    }

    private static string? WhyOf(string body)
    {
        try
        {
            return JsonNode.Parse(body)?["detail"]?.GetValue<string>();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
