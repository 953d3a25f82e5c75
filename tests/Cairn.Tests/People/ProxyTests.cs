using System.Net;
using Cairn.Accounts;
using Cairn.Commands;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.People;

/// <summary>Behind a proxy: what it says is believed from its own address, and from no other.</summary>
[InAnyZone]
public sealed class ProxyTests
{
    private const string Password = "three stones on a hill";

    /// <summary>Both are this machine, and Cairn sees from which of them it is asked.</summary>
    private static readonly IPAddress Proxy = IPAddress.Parse("127.0.0.2");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.3");

    private static readonly HostSettings Host = new() { Proxies = TrustedProxies.Read("127.0.0.2", "Remote-User") };

    [Fact]
    public async Task Behind_https_the_cookies_are_guarded_and_the_browser_keeps_to_https()
    {
        await using var cairn = await Shared();
        using var visitor = PassedOn(cairn, Proxy);

        using var answer = await SignIn(cairn, visitor);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-cairn=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            "max-age=31536000; includeSubDomains",
            answer.Headers.GetValues("Strict-Transport-Security").Single()
        );
        using var refused = await visitor.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Headers = { { "Sec-Fetch-Site", "cross-site" } } }
        );
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.True(refused.Headers.Contains("Strict-Transport-Security"));
        await visitor.Open("/people");
        await visitor.Press(within: "form[action='/people/invitations']");
        Assert.StartsWith(
            "https://cairn.example.org/invited/",
            visitor.Page.QuerySelector("#link")!.GetAttribute("value"),
            StringComparison.Ordinal
        );
        await visitor.Open("/settings");
        var fields = visitor.FieldsFor(visitor.FindButton(within: "form[action='/settings']"));
        fields["language"] = "de";
        using var form = new FormUrlEncodedContent(fields);
        using var saved = await visitor.Http.PostAsync(new Uri("/settings", UriKind.Relative), form);
        var language = saved.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-cairn-language=", language, StringComparison.Ordinal);
        Keep(visitor, language);
        await visitor.Open("/settings");
        Assert.Equal("de", visitor.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_same_headers_from_any_other_address_change_nothing()
    {
        await using var cairn = await Shared();
        using var visitor = PassedOn(cairn, Elsewhere);

        using var answer = await SignIn(cairn, visitor);

        Assert.StartsWith("cairn-session=", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        await visitor.Open("/people");
        await visitor.Press(within: "form[action='/people/invitations']");
        Assert.StartsWith(
            cairn.Address.ToString(),
            visitor.Page.QuerySelector("#link")!.GetAttribute("value"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tries_are_counted_for_whoever_stands_behind_the_proxy_and_nobody_gets_more_by_a_header()
    {
        await using var cairn = await Shared();
        using var one = PassedOn(cairn, Proxy, client: "198.51.100.7");
        using var liar = PassedOn(cairn, Elsewhere);
        for (var tries = 0; tries < 31; tries++)
        {
            await one.Post("/sign-in/code", Fields(("name", "Ada"), ("code", "0000")));
            liar.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            liar.Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{tries}");
            await liar.Post("/sign-in/code", Fields(("name", "Ada"), ("code", "0000")));
            Assert.Equal(tries < 30 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.TooManyRequests, one.Status);
            Assert.Equal(one.Status, liar.Status);
        }

        using var other = PassedOn(cairn, Proxy, client: "198.51.100.8");
        await other.Post("/sign-in/code", Fields(("name", "Ada"), ("code", "0000")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
    }

    [Fact]
    public async Task Whom_the_proxy_has_signed_in_is_in_and_out_again_with_its_word()
    {
        await using var cairn = await Shared();
        using var ada = PassedOn(cairn, Proxy, user: "ada");

        await ada.Open("/goals");
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.NotNull(ada.Page.QuerySelector("#page[data-person]"));
        await ada.Open("/account");
        Assert.Contains("sign out there as well", ada.Text, StringComparison.Ordinal);
        await ada.Press(within: "form[action='/sign-out']");
        Assert.Contains("signs you in as Ada", ada.Text, StringComparison.Ordinal);

        ada.Http.DefaultRequestHeaders.Remove("Remote-User");
        await ada.Open("/goals");
        Assert.StartsWith("/sign-in", ada.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sends_the_header_themselves_is_nobody()
    {
        await using var cairn = await Shared();
        foreach (var from in new[] { Elsewhere, IPAddress.Loopback })
        {
            foreach (var client in new[] { "127.0.0.2", "127.0.0.1", "127.0.0.2, 127.0.0.2" })
            {
                using var attacker = PassedOn(cairn, from, client, user: "Ada");
                await attacker.Open("/goals");
                Assert.StartsWith("/sign-in", attacker.Path, StringComparison.Ordinal);
                Assert.DoesNotContain("Ada", attacker.Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("Eve")]
    [InlineData("Ada, Ada")]
    public async Task A_name_that_nobody_has_opens_nothing_and_makes_no_account_not_even_with_somebodys_cookie(
        string name
    )
    {
        await using var cairn = await Shared();
        using var visitor = PassedOn(cairn, Proxy);
        (await SignIn(cairn, visitor)).Dispose();
        await visitor.Open("/goals");
        Assert.Equal("/goals", visitor.Path);

        visitor.Http.DefaultRequestHeaders.Add("Remote-User", name.Split(", "));
        await visitor.Open("/goals");

        Assert.Equal("/sign-in?back=%2Fgoals", visitor.Path);
        Assert.Contains("nobody here has exactly this name", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(1, await cairn.Look(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task By_the_proxys_word_one_comes_in_and_only_who_signs_in_here_changes_how()
    {
        await using var cairn = await Shared();
        using var ada = PassedOn(cairn, Proxy, user: "Ada");

        await ada.Post("/account/password", Fields(("password", "four stones on a hill"), ("again", "")));
        Assert.StartsWith("/sign-in?back=/account", ada.Path, StringComparison.Ordinal);
        (await SignIn(cairn, ada)).Dispose();

        await ada.Post("/account/codes", []);
        Assert.Equal(8, ada.Page.QuerySelectorAll("code").Length);
    }

    [Fact]
    public async Task An_invitation_is_taken_under_the_name_that_the_proxy_gives()
    {
        await using var cairn = await Shared();
        using var owner = PassedOn(cairn, Proxy, user: "Ada");
        await owner.Open("/people");
        await owner.Press(within: "form[action='/people/invitations']");
        var link = new Uri(owner.Page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;

        using var guest = PassedOn(cairn, Proxy, user: "grace@example.org");
        await guest.Open(link);
        Assert.Equal("grace@example.org", guest.Page.QuerySelector("#name[readonly]")!.GetAttribute("value"));
        await guest.Post(link, Fields(("name", "Eve"), ("password", Password), ("again", Password)));

        await guest.Open("/account");
        Assert.Contains("You are grace@example.org here", guest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_for_the_header_nobody_comes_in_by_it()
    {
        await using var cairn = await Shared(new() { Proxies = TrustedProxies.Read("127.0.0.2", null) });
        using var visitor = PassedOn(cairn, Proxy, user: "Ada");

        await visitor.Open("/goals");

        Assert.StartsWith("/sign-in", visitor.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_private_Cairn_is_not_opened_through_a_proxy_however_it_is_set(bool isListed)
    {
        var host = isListed ? new HostSettings { Proxies = TrustedProxies.Read("127.0.0.1", "Remote-User") } : null;
        await using var cairn = await TestCairn.Start(Database.Sqlite, host: host);
        foreach (
            var (header, value) in new[]
            {
                ("X-Forwarded-For", "127.0.0.1"),
                ("X-Forwarded-Host", "localhost"),
                ("X-Forwarded-Proto", "https"),
                ("Forwarded", "for=127.0.0.1"),
            }
        )
        {
            using var visitor = cairn.Visit();
            visitor.Http.DefaultRequestHeaders.Add(header, value);
            await visitor.Open("/welcome");
            Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        }

        using var named = cairn.Visit();
        named.Http.DefaultRequestHeaders.Add("Remote-User", "Ada");
        await named.Open("/welcome");
        Assert.Equal(isListed ? HttpStatusCode.Forbidden : HttpStatusCode.OK, named.Status);
    }

    [Theory]
    [InlineData("127.0.0.1", "Remote-User", null)]
    [InlineData(" 10.0.3.0/24, ::1 ", null, null)]
    [InlineData("", "Remote-User", "CAIRN_PROXIES is not")]
    [InlineData("proxy.local", null, "no address: proxy.local")]
    [InlineData("10.0.3.0/33", null, "no address: 10.0.3.0/33")]
    [InlineData("0.0.0.0/0", null, "which is everybody")]
    [InlineData("127.0.0.1", "Remote User:", "not the name of a header")]
    public void What_the_host_cannot_mean_is_said_and_nothing_is_believed(
        string addresses,
        string? header,
        string? says
    )
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [TrustedProxies.AddressesSetting] = addresses,
            [TrustedProxies.UserSetting] = header,
        };

        var findings = HostFindings.Of(environment).ToList();

        Assert.Equal(says is null, findings.All(finding => finding.Ok));
        Assert.Contains(
            findings,
            finding => finding.Says.Contains(says ?? addresses[..4].Trim(), StringComparison.Ordinal)
        );
        if (says is not null)
        {
            Assert.Contains(
                says,
                Assert.Throws<SettingException>(() => HostSettings.Of(environment)).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:5270", "", true)]
    [InlineData("http://0.0.0.0:5270", "", false)]
    [InlineData("http://0.0.0.0:5270", "172.18.0.0/16", true)]
    [InlineData("https://cairn.example.org", "", true)]
    public void Doctor_says_when_others_reach_Cairn_without_https(string url, string proxies, bool isWell)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CAIRN_URL"] = url,
            [TrustedProxies.AddressesSetting] = proxies,
        };

        Assert.Equal(isWell, HostFindings.Of(environment).All(finding => finding.Ok));
    }

    private static async Task<TestCairn> Shared(HostSettings? host = null)
    {
        var cairn = await TestCairn.Start(Database.Sqlite, host: host ?? Host);
        await cairn.BecomesShared("Ada");
        return cairn;
    }

    /// <summary>Somebody whose requests are passed on, by whoever sends them from this address.</summary>
    private static Visitor PassedOn(
        TestCairn cairn,
        IPAddress from,
        string client = "198.51.100.7",
        string? user = null
    )
    {
        var visitor = cairn.Visit(from);
        var headers = visitor.Http.DefaultRequestHeaders;
        headers.Add("X-Forwarded-For", client);
        headers.Add("X-Forwarded-Proto", "https");
        headers.Add("X-Forwarded-Host", "cairn.example.org");
        if (user is not null)
        {
            headers.Add("Remote-User", user);
        }

        return visitor;
    }

    /// <summary>By a link from the host: a password takes its time to hash.</summary>
    private static async Task<HttpResponseMessage> SignIn(TestCairn cairn, Visitor visitor)
    {
        var gate = cairn.Services.GetRequiredService<WriteGate>();
        var person = await cairn.Look(db => db.Accounts.Select(account => account.PersonId).SingleAsync());
        var link = await cairn.Look(db =>
            new Links(db, gate, cairn.Clock).Make(person, LinkKind.WayBack, CancellationToken.None)
        );
        var answer = await visitor.Http.PostAsync(new Uri($"/back-in/{link!.Text}", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Keep(visitor, answer.Headers.GetValues("Set-Cookie").Single());
        return answer;
    }

    /// <summary>By hand: the client that is between would not send a cookie that is for https only.</summary>
    private static void Keep(Visitor visitor, string cookie) =>
        visitor.Http.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
}
