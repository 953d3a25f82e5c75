using System.Net;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.People;

[InAnyZone]
public sealed class PrivateDoorTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5270", true)]
    [InlineData("http://localhost:5270", true)]
    [InlineData("http://[::1]:5270", true)]
    [InlineData("http://127.8.8.8:1", true)]
    [InlineData("http://0.0.0.0:5270", false)]
    [InlineData("http://[::]:5270", false)]
    [InlineData("http://*:5270", false)]
    [InlineData("http://+:5270", false)]
    [InlineData("http://192.168.1.4:5270", false)]
    [InlineData("http://localhost.example.org:5270", false)]
    [InlineData("", false)]
    public void Only_an_address_of_this_machine_is_private(string address, bool isLoopback) =>
        Assert.Equal(isLoopback, PrivateDoor.IsLoopback(address));

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("cairn.example.org", HttpStatusCode.Forbidden)]
    [InlineData("localhost.example.org", HttpStatusCode.Forbidden)]
    [InlineData("192.168.1.4", HttpStatusCode.Forbidden)]
    public async Task Only_the_names_of_this_machine_are_answered(string host, HttpStatusCode expected)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var http = new HttpClient { BaseAddress = cairn.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/welcome");
        request.Headers.Host = $"{host}:{cairn.Address.Port}";

        using var answer = await http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)] // another port of this machine
    [InlineData("Origin", "https://example.org", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    [InlineData("Origin", "ourselves", HttpStatusCode.SeeOther)]
    public async Task A_write_from_another_site_is_refused(string header, string value, HttpStatusCode expected)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = cairn.Address,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/welcome")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                    ["title"] = "Theirs",
                    ["area"] = "work",
                }
            ),
        };
        request.Headers.Add(header, value == "ourselves" ? cairn.Address.GetLeftPart(UriPartial.Authority) : value);

        using var answer = await http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        var goals = await cairn.Look(db => db.Goals.CountAsync());
        Assert.Equal(expected == HttpStatusCode.SeeOther ? 1 : 0, goals);
    }
}
