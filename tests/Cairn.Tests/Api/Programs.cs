using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Api.Answers;
using Cairn.Api.Keys;
using Cairn.Data;
using Cairn.Harness;
using Cairn.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Api;

/// <summary>Another program with a key, or without one.</summary>
public static class Programs
{
    public static readonly string[] EveryScope = [.. Scopes.OfPrograms];

    /// <summary>A key of the person who was there first, or of another.</summary>
    public static async Task<string> MakeKey(
        this TestCairn cairn,
        string[]? scopes = null,
        Guid? person = null,
        int? days = 90
    )
    {
        await using var scope = cairn.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var whose = await services
            .GetRequiredService<CairnDb>()
            .People.Where(p => person == null || p.Id == person)
            .OrderBy(p => p.Created)
            .FirstAsync();
        var now = cairn.Clock.GetUtcNow();
        var made = await services
            .GetRequiredService<AccessKeys>()
            .Make(
                new Me(whose, whose.DayOf(now), now),
                Guid.CreateVersion7(now),
                "A program",
                scopes ?? EveryScope,
                days,
                CancellationToken.None
            );
        return made!;
    }

    public static HttpClient Program(this TestCairn cairn, string? key)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = cairn.Address };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return http;
    }

    public static async Task<HttpResponseMessage> Send(
        this HttpClient http,
        HttpMethod method,
        string path,
        object? body = null,
        Guid? id = null,
        string? tag = null
    )
    {
        using var request = new HttpRequestMessage(method, $"{ApiEndpoints.Root}/{path}");
        if (body is not null)
        {
            var text = body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web);
            request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        }

        if (id is { } key)
        {
            request.Headers.Add(IdempotencyKey.Header, key.ToString());
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await http.SendAsync(request);
    }

    public static async Task<JsonNode> Read(this HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri($"{ApiEndpoints.Root}/{path}", UriKind.Relative));
        return (await answer.Json())!;
    }

    public static async Task<JsonNode?> Json(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
