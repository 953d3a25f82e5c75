using System.Net;
using Cairn.Commands;
using Cairn.Data;
using Cairn.Harness;
using Cairn.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Accounts.Provider;

/// <summary>Signing in with a provider of OpenID Connect, a real one that runs here.</summary>
[InAnyZone]
public sealed class ProviderTests(TestProvider provider) : IClassFixture<TestProvider>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-provider-");

    [Theory, EachDatabase]
    public async Task It_is_connected_signs_in_and_is_disconnected_again(Database database)
    {
        await using var cairn = await Start(provider, database);
        var person = await cairn.BecomesShared("Ada");
        using var ada = await cairn.SignIn(person);

        await Connect(ada);
        Assert.Contains("It is connected", ada.Text, StringComparison.Ordinal);
        await Connect(ada); // once more changes nothing
        Assert.Equal(
            TestProvider.Usual,
            await cairn.Look(db =>
                db.ProviderIdentities.Where(i => i.PersonId == person).Select(i => i.Subject).SingleAsync()
            )
        );

        using var phone = cairn.Visit();
        await phone.Open("/goals");
        Assert.Equal("/sign-in?back=%2Fgoals", phone.Path);
        await Travel(phone, phone.Page.QuerySelector("a[href^='/sign-in/provider']")!.GetAttribute("href")!);
        Assert.Equal("/goals", phone.Path);
        Assert.Equal($"{person}", phone.Page.QuerySelector("#page")!.GetAttribute("data-person"));

        await ada.Open("/account");
        Assert.Contains("Signed in by another server", ada.Text, StringComparison.Ordinal);
        await ada.Press(within: "form[action$='/remove']");
        Assert.Contains("signs you in no more", ada.Text, StringComparison.Ordinal);
        using var again = cairn.Visit();
        await Travel(again, "/sign-in/provider");
        Assert.Contains("nobody here has connected that account", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_nobody_here_has_connected_gets_no_account_and_a_sentence()
    {
        await using var cairn = await Start(provider);
        using var ada = await cairn.SignIn(await cairn.BecomesShared("Ada"));
        await Connect(ada);
        provider.Subject = "ADA-at-the-provider"; // somebody else: subjects are compared sign by sign

        using var other = cairn.Visit();
        await Travel(other, "/sign-in/provider");

        Assert.Equal("/sign-in?why=unknown", other.Path);
        Assert.Contains("nobody here has connected that account", other.Text, StringComparison.Ordinal);
        await other.Open("/goals");
        Assert.StartsWith("/sign-in", other.Path, StringComparison.Ordinal);
        Assert.Equal(1, await cairn.Look(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task An_answer_that_is_not_the_one_to_our_question_signs_nobody_in()
    {
        await using var cairn = await Start(provider);
        using var ada = await cairn.SignIn(await cairn.BecomesShared("Ada"));
        await Connect(ada);
        foreach (var what in new[] { "nonce", "state", "code", "somebody else's browser", "a no" })
        {
            using var visitor = cairn.Visit();
            provider.Subject = what == "a no" ? null : TestProvider.Usual;

            var asked = await Location(visitor, "/sign-in/provider");
            var answer = await Location(visitor, what == "nonce" ? Changed(asked, what) : asked);
            using var other = cairn.Visit();
            var arrives = what == "somebody else's browser" ? other : visitor;
            await arrives.Open(Here(cairn, what is "state" or "code" ? Changed(answer, what) : answer));

            Assert.Equal((what, "/sign-in?why=ended"), (what, arrives.Path));
            Assert.Contains("did not come to its end", arrives.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, await cairn.Look(db => db.Sessions.CountAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_provider_that_is_away_is_told_in_a_sentence_and_other_ways_stay_open(bool afterTheQuestion)
    {
        var leaves = await TestProvider.Start();
        await using var cairn = await Start(leaves);
        using var ada = await cairn.SignIn(await cairn.BecomesShared("Ada"));
        using var visitor = cairn.Visit();
        var next = "/sign-in/provider";
        if (afterTheQuestion)
        {
            next = Here(cairn, await Location(visitor, await Location(visitor, next)));
        }

        var name = leaves.Address.Authority;
        await leaves.DisposeAsync();
        await visitor.Open(next);

        Assert.Equal("/sign-in?why=away", visitor.Path);
        Assert.Contains($"{name} did not answer", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("#password"));
        if (!afterTheQuestion)
        {
            await Connect(ada);
            Assert.Contains($"{name} did not answer", ada.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_account_there_is_one_person_here_and_nobody_is_connected_but_by_themselves()
    {
        await using var cairn = await Start(provider);
        using var ada = await cairn.SignIn(await cairn.BecomesShared("Ada"));
        await Connect(ada);
        var grace = await cairn.Join("Grace");
        using var member = await cairn.SignIn(grace);

        await Connect(member);
        Assert.Contains("connected with another Cairn here", member.Text, StringComparison.Ordinal);

        provider.Subject = "grace-at-the-provider";
        using var lured = await cairn.SignIn(grace); // by a link on somebody else's page
        lured.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal("/account", await Location(lured, "/account/provider"));

        using var begins = await cairn.SignIn(grace); // and an answer that comes to another session than has asked
        begins.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answer = await Location(begins, await Location(begins, "/account/provider"));
        begins.Http.DefaultRequestHeaders.Remove("Cookie");
        begins.Http.DefaultRequestHeaders.Add("Cookie", $"cairn-session={(await cairn.BeginSession(grace)).Text}");
        await begins.Open(Here(cairn, answer));
        Assert.Equal("/sign-in?why=ended", begins.Path);
        Assert.Equal(1, await cairn.Look(db => db.ProviderIdentities.CountAsync()));
    }

    [Fact]
    public async Task Its_word_lets_one_in_and_not_change_how()
    {
        await using var cairn = await Start(provider);
        var person = await cairn.BecomesShared("Ada");
        using (var ada = await cairn.SignIn(person))
        {
            await Connect(ada);
        }

        using var phone = cairn.Visit();
        await Travel(phone, "/sign-in/provider");
        await phone.Post("/account/codes", []);

        Assert.StartsWith("/sign-in?back=/account", phone.Path, StringComparison.Ordinal);
        Assert.Null(phone.Page.QuerySelector("a[href^='/sign-in/provider']"));
        using var old = await cairn.SignIn(person);
        cairn.Clock.Advance(Sessions.Fresh + TimeSpan.FromSeconds(1));
        await Connect(old);
        Assert.StartsWith("/sign-in?back=/account", old.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_until_somebody_wants_to_sign_in_and_without_a_provider_nothing_is_offered()
    {
        var asked = provider.Asked;
        await using (var cairn = await Start(provider))
        {
            using var ada = await cairn.SignIn(await cairn.BecomesShared("Ada"));
            await ada.Open("/account");
            await ada.Open("/sign-in");
            Assert.Contains($"Sign in with {provider.Address.Authority}", ada.Text, StringComparison.Ordinal);
            Assert.Equal(asked, provider.Asked);
        }

        await using var plain = await TestCairn.Start(Database.Sqlite);
        using var visitor = await plain.SignIn(await plain.BecomesShared("Ada"));
        await visitor.Open("/account");
        Assert.Null(visitor.Page.QuerySelector("a[href='/account/provider']"));
        await visitor.Open("/sign-in/provider");
        Assert.Equal("/sign-in", visitor.Path);
        Assert.Null(visitor.Page.QuerySelector("a[href^='/sign-in/provider']"));
    }

    [Theory]
    [InlineData("https://login.example.org", "cairn", "word", null)]
    [InlineData("http://127.0.0.1:9", "cairn", "word", null)]
    [InlineData("http://login.example.org", "cairn", "word", "not an address with https")]
    [InlineData("login.example.org", "cairn", "word", "not an address with https")]
    [InlineData("https://login.example.org", "", "word", "CAIRN_OIDC_CLIENT is missing")]
    [InlineData("https://login.example.org", "cairn", null, "cannot be read")]
    [InlineData("https://login.example.org", "cairn", " ", "an empty file")]
    [InlineData("", "", null, null)]
    public async Task Doctor_says_what_is_wrong_with_the_settings(
        string authority,
        string client,
        string? secret,
        string? says
    )
    {
        var file = Path.Combine(folder.FullName, "secret");
        if (secret is not null)
        {
            await File.WriteAllTextAsync(file, secret);
            LetRead(file, UnixFileMode.UserRead);
        }

        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [ProviderSettings.AuthoritySetting] = authority,
            [ProviderSettings.ClientSetting] = client,
            [ProviderSettings.SecretSetting] = authority.Length > 0 ? file : "",
        };

        var findings = HostFindings.Of(environment).ToList();

        Assert.Equal(says is null, findings.All(finding => finding.Ok));
        Assert.DoesNotContain(findings, finding => finding.Says.Contains("word", StringComparison.Ordinal));
        if (says is not null)
        {
            Assert.Contains(says, Assert.Single(findings).Says, StringComparison.Ordinal);
        }
        else if (secret is not null)
        {
            LetRead(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Assert.Contains(HostFindings.Of(environment), finding => finding.Do == $"Run: chmod 600 '{file}'");
        }
    }

    private static void LetRead(string file, UnixFileMode who)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, who | UnixFileMode.UserWrite);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Now, by the machine's clock: the provider's tokens hold by it.</summary>
    private static Task<TestCairn> Start(TestProvider provider, Database database = Database.Sqlite)
    {
        provider.Subject = TestProvider.Usual;
        return TestCairn.Start(database, Clock.OfThisMachine.GetUtcNow(), provider.Settings);
    }

    /// <summary>By the link on the page, as browsers say it.</summary>
    private static async Task Connect(Visitor visitor)
    {
        await visitor.Open("/account");
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await Travel(visitor, "/account/provider");
        visitor.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
    }

    /// <summary>From here to the provider and back.</summary>
    private static async Task Travel(Visitor visitor, string from)
    {
        var there = await Location(visitor, from);
        await visitor.Open(there[0] == '/' ? there : new Uri(await Location(visitor, there)).PathAndQuery);
    }

    /// <summary>Where an answer leads.</summary>
    private static async Task<string> Location(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        Assert.True(
            answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther,
            $"{address} answers {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return answer.Headers.Location!.ToString();
    }

    private static string Here(TestCairn cairn, string address)
    {
        Assert.StartsWith(cairn.Address.ToString(), address, StringComparison.Ordinal);
        return new Uri(address).PathAndQuery;
    }

    /// <summary>The same address with another value of one kind.</summary>
    private static string Changed(string address, string name)
    {
        var start = address.IndexOf($"{name}=", StringComparison.Ordinal) + name.Length + 1;
        Assert.True(start > name.Length + 1, $"no {name} in {address}");
        var other = address[start] == 'A' ? 'B' : 'A';
        return $"{address[..start]}{other}{address[(start + 1)..]}";
    }
}
