using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.People;

/// <summary>
/// Every route of the running program, whatever it is called, is asked by everybody who has no business there. A new
/// route is asked as well; one with a new kind of value in its address breaks these tests until <see cref="Routes"/>
/// knows one of the owner's.
/// </summary>
[InAnyZone]
public sealed class EveryRouteTests
{
    /// <summary>What is the same for everybody. A page that is added here can be read by anybody on the internet.</summary>
    private static readonly string[] ForAnybody =
    [
        "GET /api/v1/openapi.json",
        "GET /back-in/{link}",
        "GET /calendar/{secret}.ics",
        "GET /files.js",
        "GET /help/lines",
        "GET /invited/{link}",
        "GET /manifest.webmanifest",
        "GET /offline",
        "GET /sign-in",
        "GET /sign-in/code",
        "GET /sign-in/provider",
        "GET /sign-in/provider/back",
        "POST /back-in/{link}",
        "POST /invited/{link}",
        "POST /invited/{link}/options",
        "POST /sign-in",
        "POST /sign-in/code",
        "POST /sign-in/passkey",
        "POST /sign-in/passkey/options",
    ];

    /// <summary>Where a supporter finds what is shared with them, each under an id.</summary>
    private const string Supporting = "/supporting/";

    /// <summary>What a supporter may leave with the owner: that they were there, what they said, and that they went.</summary>
    private static readonly Type[] Told = [typeof(Supporter), typeof(Look), typeof(Cheer), typeof(SecurityEvent)];

    [Fact]
    public async Task Only_what_is_written_down_here_is_for_anybody()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);

        Assert.Equal(
            ForAnybody,
            Routes
                .Of(cairn)
                .Where(route => route.IsForAnybody)
                .Select(route => route.Name)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory, EachDatabase]
    public async Task Nobody_comes_in_who_is_not_signed_in_or_not_any_more(Database database)
    {
        var proxies = TrustedProxies.Read("127.0.0.2", "Remote-User");
        await using var cairn = await TestCairn.Start(database, host: new() { Proxies = proxies });
        var life = await OwnersLife.Live(cairn);
        using var stranger = cairn.Visit(); // who says to be the owner, as only the proxy may
        stranger.Http.DefaultRequestHeaders.Add("Remote-User", "Owner");
        using var revoked = await cairn.SignIn(life.Person);
        await revoked.Open("/goals");
        Assert.Equal(HttpStatusCode.OK, revoked.Status);
        await cairn.EndSessions(life.Person);
        var before = await life.Rows();

        var troubles = new List<string>();
        foreach (var question in Questions(cairn, life))
        {
            foreach (var (who, visitor) in new[] { ("a stranger", stranger), ("an ended session", revoked) })
            {
                var page = await question.Ask(visitor);
                if (!IsRefusal(page))
                {
                    troubles.Add($"{question} answers {who} with {page.Status} {page.Location}");
                }

                var script = await question.Ask(visitor, request => request.Headers.Add("Cairn-Fragment", "1"));
                if (script.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
                {
                    troubles.Add($"{question} answers a script of {who} with {script.Status}");
                }
            }
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        Assert.Equal(before, await life.Rows());
    }

    [Theory, EachDatabase]
    public async Task Another_member_hears_of_what_is_the_owners_exactly_what_they_hear_of_what_never_was(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        var life = await OwnersLife.Live(cairn);
        var questions = Questions(cairn, life).Concat(await life.Forms()).ToList();
        var before = await life.Rows();
        var members = 0;

        var troubles = new List<string>();
        foreach (var question in questions)
        {
            var (heard, unheard) = (await Ask(question), await Ask(life.Never(question)));
            if ((int)heard.Status >= 500)
            {
                troubles.Add($"{question} breaks: {heard.Status}");
            }
            else if (heard.Text.Contains(OwnersLife.Mark, StringComparison.Ordinal))
            {
                troubles.Add($"{question} shows what the owner wrote");
            }
            else if (heard.Comparable != unheard.Comparable)
            {
                troubles.Add($"{question} tells the two apart:\n  {Apart(heard, unheard)}\n  {Apart(unheard, heard)}");
            }

            if (question.Body is not null && await life.Rows() is var after && after != before)
            {
                troubles.Add($"{question} lets somebody else change the owner's rows");
                before = after;
            }
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        Assert.Equal(before, await life.Rows());

        // Each is asked by somebody who has nothing yet: what an earlier question left behind would tell the two apart.
        async Task<Answered> Ask(Question question)
        {
            using var member = await cairn.SignIn(await cairn.Join($"Member {++members}"));
            return await question.Ask(member);
        }
    }

    /// <summary>Of two who support the same goal one asks about the owner, the other each time about what never was.</summary>
    [Theory, EachDatabase]
    public async Task A_supporter_reaches_what_is_shared_and_nothing_besides(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var life = await OwnersLife.Live(cairn);
        var questions = Questions(cairn, life).Concat(await life.Forms()).ToList();
        var (one, twin) = ((await life.Supporter("Member 1")).Person, (await life.Supporter("Member 2")).Person);
        var (asks, wonders) = (await cairn.SignIn(one), await cairn.SignIn(twin));
        var before = await life.Rows(Told);
        var (troubles, reached) = (new List<string>(), 0);

        foreach (var question in questions)
        {
            if (question.Address.StartsWith(Supporting, StringComparison.Ordinal))
            {
                reached += await Reach(question) ? 1 : 0;
                continue;
            }

            cairn.Clock.Advance(TimeSpan.FromSeconds(1)); // what happens at one instant is listed in any order
            var (heard, unheard) = (await question.Ask(asks), await life.Never(question).Ask(wonders));
            if (heard.Text.Contains(OwnersLife.Mark, StringComparison.Ordinal) && question.Address != "/supporting")
            {
                troubles.Add($"{question} shows a supporter what the owner wrote");
            }
            else if (heard.Comparable != unheard.Comparable)
            {
                troubles.Add($"{question} tells the two apart:\n  {Apart(heard, unheard)}\n  {Apart(unheard, heard)}");
            }

            if (heard.Location.StartsWith("/sign-in", StringComparison.Ordinal))
            {
                await cairn.EndSessions(one); // that was the way out
                await cairn.EndSessions(twin);
                (asks, wonders) = (await cairn.SignIn(one), await cairn.SignIn(twin));
            }
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        Assert.Equal(before, await life.Rows(Told));
        Assert.True(reached >= 3, $"only {reached} of the supporter's own addresses led anywhere");

        // As the one who sees it, and then as one who saw it until a moment ago.
        async Task<bool> Reach(Question question)
        {
            var (person, support) = await life.Supporter($"Member {troubles.Count}-{reached}-{question.GetHashCode()}");
            using var supporter = await cairn.SignIn(person);
            var asked = life.By(support, question);
            var seen = await asked.Ask(supporter);
            if ((int)seen.Status >= 500 || seen.Text.Contains(OwnersLife.Unshared, StringComparison.Ordinal))
            {
                troubles.Add($"{asked} answers a supporter with {seen.Status} and what was not shared");
            }

            await cairn.Look(db => db.Supporters.Where(s => s.SupporterId == person).ExecuteDeleteAsync());
            var (over, never) = (await asked.Ask(supporter), await life.Never(question).Ask(supporter));
            if (over.Comparable != never.Comparable || !IsGone(over.Status))
            {
                troubles.Add($"{asked} answers who does not support it any more with {over.Status}");
            }

            return (int)seen.Status < 400;
        }

        // A body that no form of ours has is refused before anybody looks whose it is.
        static bool IsGone(HttpStatusCode status) =>
            status is HttpStatusCode.NotFound or HttpStatusCode.UnsupportedMediaType;
    }

    /// <summary>Without this the tests above could pass because the addresses lead nowhere.</summary>
    [Fact]
    public async Task The_owner_finds_something_at_each_of_these_addresses()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var life = await OwnersLife.Live(cairn);
        using var owner = await cairn.SignIn(life.Person);

        var troubles = new List<string>();
        foreach (var route in Routes.Of(cairn).Where(route => route is { IsRead: true, IsForAnybody: false }))
        {
            var question = new Question(route.Method, route.AddressIn(life));
            var found = await question.Ask(owner);
            var asksForMore = found.Status == HttpStatusCode.UnprocessableEntity; // such as what shall be on a report
            var opensOnce = route.Name.Contains("{link}", StringComparison.Ordinal); // and it is used up
            if ((int)found.Status >= 400 && !asksForMore && !opensOnce && !route.IsForTokens)
            {
                troubles.Add($"{question}: {found.Status}");
            }
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        Assert.True((await life.Forms()).Count > 40, "the owner's pages have hardly any form");
    }

    /// <summary>Each route with the owner's ids in its address, and in what is sent there.</summary>
    private static IEnumerable<Question> Questions(TestCairn cairn, OwnersLife life) =>
        Routes
            .Of(cairn)
            .Where(route => !route.IsForAnybody)
            .SelectMany(route =>
                route.IsRead
                    ? new[] { new Question(route.Method, route.AddressIn(life)) }
                    : new[] { life.EveryId, life.Actions }.Select(body => new Question(
                        route.Method,
                        route.AddressIn(life),
                        body
                    ))
            );

    /// <summary>Where one answer begins to differ from the other.</summary>
    private static string Apart(Answered one, Answered other)
    {
        var (here, there) = (one.Comparable, other.Comparable);
        var first = here.Zip(there).TakeWhile(signs => signs.First == signs.Second).Count();
        return here[Math.Max(0, first - 100)..Math.Min(here.Length, first + 200)];
    }

    private static bool IsRefusal(Answered answer) =>
        answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (
            answer.Status == HttpStatusCode.SeeOther
            && answer.Location.StartsWith("/sign-in?", StringComparison.Ordinal)
        );
}
