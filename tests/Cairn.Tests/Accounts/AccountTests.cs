using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Cairn.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Accounts;

/// <summary>Signing in without a device: a password, a code on paper, a link; and ending it.</summary>
[InAnyZone]
public sealed class AccountTests
{
    private const string Password = "three stones on a hill";

    [Theory, EachDatabase]
    public async Task A_private_Cairn_gets_a_sign_in_without_losing_a_stone(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Floor");
        var person = await cairn.Look(db => db.People.Select(p => p.Id).SingleAsync());

        await BecomeShared(visitor);

        Assert.Equal(8, visitor.Page.QuerySelectorAll("code").Length);
        await visitor.Open("/");
        Assert.Contains("1 stone today", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(
            person,
            await cairn.Look(db => db.Accounts.Where(a => a.Role == Role.Owner).Select(a => a.PersonId).SingleAsync())
        );

        using var other = cairn.Visit(); // at the same machine
        await other.Open("/goals");
        Assert.Equal("/sign-in?back=%2Fgoals", other.Path);
        await SignIn(other, "Ada", Password);
        Assert.Equal("/goals", other.Path);
        Assert.Contains("Move more", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_it_is_still_the_owners_and_still_closed()
    {
        var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await BecomeShared(visitor);
        }

        await using var again = await cairn.Restart();
        using var other = again.Visit();
        await other.Open("/");
        Assert.StartsWith("/sign-in", other.Path, StringComparison.Ordinal);
        Assert.Equal(1, await again.Look(db => db.People.CountAsync()));
    }

    [Theory]
    [InlineData("", Password, Password, "Write a name")]
    [InlineData("Ada", "elevensigns", "elevensigns", "12 characters")]
    [InlineData("Ada", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "guess")]
    [InlineData("Adalovelace", "adalovelace1815", "adalovelace1815", "guess")]
    [InlineData("Ada", "1Q2w3e4r5t6y", "1Q2w3e4r5t6y", "guess")] // known as it is
    [InlineData("Ada", "Sunshine2026!", "Sunshine2026!", "guess")] // a known one, and what people put behind it
    [InlineData("Ada", "stony-stony-stony-", "stony-stony-stony-", "guess")]
    [InlineData("Ada", Password, "three stones on a mill", "not the same")]
    public async Task What_cannot_be_an_account_is_told_in_a_sentence_and_the_Cairn_stays_private(
        string name,
        string password,
        string again,
        string sentence
    )
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Open("/account");

        await visitor.Post("/account/first", Fields(("name", name), ("password", password), ("again", again)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
        Assert.Equal(name, visitor.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(0, await cairn.Look(db => db.Accounts.CountAsync()));
        await visitor.Open("/goals");
        Assert.Equal("/goals", visitor.Path);
    }

    [Theory, EachDatabase]
    public async Task A_wrong_password_an_unknown_name_and_an_account_that_rests_are_answered_alike(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await BecomeShared(visitor);
        using var other = cairn.Visit();
        var answers = new HashSet<string>();

        for (var tries = 0; tries < SigningIn.Tries; tries++)
        {
            await SignIn(other, "Ada", $"three stones on a mill {tries}");
            answers.Add(Answer(other));
        }

        await SignIn(other, "Ada", Password); // right, and not looked at
        answers.Add(Answer(other));
        await SignIn(other, "Eve", Password);
        answers.Add(Answer(other).Replace("Eve", "Ada", StringComparison.Ordinal));

        Assert.Single(answers);
        Assert.Contains("do not belong together", answers.Single(), StringComparison.Ordinal);

        cairn.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        await SignIn(other, "ada", Password);
        IsIn(other);
        await other.Open("/account");
        Assert.Contains("A password did not fit", other.Text, StringComparison.Ordinal);

        static string Answer(Visitor visitor) => $"{visitor.Status} {visitor.Page.DocumentElement.OuterHtml}";
    }

    [Theory, EachDatabase]
    public async Task A_code_on_paper_signs_in_once_however_it_is_typed_and_also_while_passwords_rest(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await BecomeShared(visitor);
        var code = visitor.Page.QuerySelector("code")!.TextContent;
        using var other = cairn.Visit();
        for (var tries = 0; tries <= SigningIn.Tries; tries++)
        {
            await SignIn(other, "Ada", "no stone on a hill");
        }

        await UseCode(other, "Ada", $" {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}");

        Assert.Equal("/account", other.Path);
        Assert.Contains("Unused codes: 7", other.Text, StringComparison.Ordinal);
        using var third = cairn.Visit();
        await UseCode(third, "Ada", code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.Status);
        await SignIn(third, "Ada", Password); // passwords are looked at again
        IsIn(third);
        Assert.False(await cairn.Look(db => db.RecoveryCodes.AnyAsync(c => c.Hash.Length != 32)));
    }

    [Fact]
    public async Task A_device_that_is_signed_out_from_elsewhere_is_out_at_once()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var desk = cairn.Visit();
        await BecomeShared(desk);
        using var phone = cairn.Visit();
        await SignIn(phone, "Ada", Password);
        await desk.Open("/account");
        Assert.Single(desk.Page.QuerySelectorAll("form[action$='/end']")); // one's own device has another button

        await desk.Press(within: "form[action$='/end']");

        await phone.Open("/goals");
        Assert.StartsWith("/sign-in", phone.Path, StringComparison.Ordinal);
        using var script = new HttpRequestMessage(HttpMethod.Post, "/act/noticed");
        script.Headers.Add("Cairn-Fragment", "1");
        using var answer = await phone.Http.SendAsync(script);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await desk.Open("/goals");
        Assert.Equal("/goals", desk.Path);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await BecomeShared(visitor);
        await visitor.Open("/account");

        await visitor.Press(within: "form[action='/sign-out']");

        Assert.Equal("/sign-in?left=true", visitor.Path);
        Assert.Equal(0, await cairn.Look(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_session_ends_by_itself_after_a_long_pause_and_is_not_written_at_each_visit()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await BecomeShared(visitor);
        var begun = await Seen();

        cairn.Clock.Advance(TimeSpan.FromMinutes(50));
        await visitor.Open("/goals");
        Assert.Equal(begun, await Seen());
        cairn.Clock.Advance(Sessions.LongestPause - TimeSpan.FromHours(1));
        await visitor.Open("/goals");
        Assert.Equal(cairn.Clock.GetUtcNow(), await Seen());
        cairn.Clock.Advance(Sessions.LongestPause + TimeSpan.FromSeconds(1));
        await visitor.Open("/goals");
        Assert.StartsWith("/sign-in", visitor.Path, StringComparison.Ordinal);

        Task<DateTimeOffset> Seen() => cairn.Look(db => db.Sessions.Select(s => s.Seen).SingleAsync());
    }

    [Theory, EachDatabase]
    public async Task An_invitation_makes_one_account_and_nobody_joins_without(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var owner = cairn.Visit();
        await owner.Begin();
        await BecomeShared(owner);
        var link = await Invite(owner);

        using var guest = cairn.Visit();
        await guest.Open(link);
        await guest.Post(
            link,
            Fields(("name", "ADA"), ("password", Password), ("again", Password), ("zone", "Asia/Tokyo"))
        );
        Assert.Contains("has this name already", guest.Text, StringComparison.Ordinal);
        await guest.Post(
            link,
            Fields(("name", "Grace"), ("password", Password), ("again", Password), ("zone", "Asia/Tokyo"))
        );
        Assert.Equal(8, guest.Page.QuerySelectorAll("code").Length);
        await guest.Open("/goals");
        Assert.DoesNotContain("Move more", guest.Text, StringComparison.Ordinal);
        await guest.Open("/people");
        Assert.Equal(HttpStatusCode.NotFound, guest.Status);
        Assert.Equal(
            "Asia/Tokyo",
            await cairn.Look(db =>
                db.People.Where(p => db.Accounts.Any(a => a.PersonId == p.Id && a.Name == "Grace"))
                    .Select(p => p.Zone)
                    .SingleAsync()
            )
        );

        using var late = cairn.Visit();
        await late.Open(link);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        await late.Post(link, Fields(("name", "Eve"), ("password", Password), ("again", Password)));
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        await late.Open("/invited/anything");
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Equal(2, await cairn.Look(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task An_invitation_can_be_taken_back_and_does_not_hold_for_ever()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var owner = cairn.Visit();
        await BecomeShared(owner);
        using var guest = cairn.Visit();

        var first = await Invite(owner);
        await owner.Press(within: "form[action$='/withdraw']");
        await guest.Open(first);
        Assert.Equal(HttpStatusCode.NotFound, guest.Status);

        var second = await Invite(owner);
        cairn.Clock.Advance(Links.InvitationHolds);
        await guest.Open(second);
        Assert.Equal(HttpStatusCode.NotFound, guest.Status);
    }

    [Fact]
    public async Task A_new_password_signs_out_everywhere_else_and_asks_for_a_fresh_sign_in()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var desk = cairn.Visit();
        await BecomeShared(desk);
        using var phone = cairn.Visit();
        await SignIn(phone, "Ada", Password);
        const string Next = "four stones on a hill";

        cairn.Clock.Advance(Sessions.Fresh + TimeSpan.FromSeconds(1));
        await desk.Post("/account/password", Fields(("password", Next), ("again", Next)));
        Assert.StartsWith("/sign-in?back=/account", desk.Path, StringComparison.Ordinal);
        await desk.Post("/sign-in", Fields(("name", "Ada"), ("password", Password), ("back", "/account")));
        Assert.Equal("/account", desk.Path);
        await desk.Post("/account/password", Fields(("password", Next), ("again", Next)));

        Assert.Contains("The new password counts", desk.Text, StringComparison.Ordinal);
        await phone.Open("/goals");
        Assert.StartsWith("/sign-in", phone.Path, StringComparison.Ordinal);
        await SignIn(phone, "Ada", Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, phone.Status);
        await SignIn(phone, "Ada", Next);
        IsIn(phone);
    }

    [Fact]
    public async Task The_only_way_in_cannot_be_removed()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var person = await cairn.BecomesShared();
        using var owner = await cairn.SignIn(person);
        var key = Guid.CreateVersion7(TestCairn.Monday);
        await cairn.Look(db =>
        {
            db.Passkeys.Add(
                new Passkey
                {
                    PersonId = person,
                    Id = key,
                    CredentialId = [1],
                    PublicKey = [2],
                    Device = "Firefox, Linux",
                    Transports = "",
                    Created = TestCairn.Monday,
                }
            );
            return db.SaveChangesAsync();
        });

        await owner.Post($"/account/passkeys/{key}/remove", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Status);
        Assert.Contains("the only way", owner.Text, StringComparison.Ordinal);
        await owner.Post("/account/password", Fields(("password", Password), ("again", Password)));
        await owner.Post($"/account/passkeys/{key}/remove", []);
        Assert.Equal(0, await cairn.Look(db => db.Passkeys.CountAsync()));
    }

    [Fact]
    public async Task The_cookie_is_for_nobody_elses_script_and_a_write_from_another_site_is_refused_with_it()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        using var form = new FormUrlEncodedContent(
            Fields(("name", "Ada"), ("password", Password), ("again", Password))
        );
        using var made = await visitor.Http.PostAsync(new Uri("/account/first", UriKind.Relative), form);
        var cookie = made.Headers.GetValues("Set-Cookie").Single();

        Assert.StartsWith("cairn-session=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await visitor.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(1, await cairn.Look(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task With_accounts_other_names_of_the_machine_are_answered_and_still_nobody_comes_in_by_sitting_there()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        await cairn.BecomesShared();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = cairn.Address,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/goals");
        request.Headers.Host = "cairn.example.org";

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/sign-in?back=%2Fgoals", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Many_tries_from_one_place_are_slowed_down_with_a_page()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        await cairn.BecomesShared();
        using var visitor = cairn.Visit();

        for (var tries = 0; tries < 31; tries++)
        {
            await visitor.Post("/sign-in/code", Fields(("name", "Ada"), ("code", "0000")));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Contains("Wait a minute", visitor.Text, StringComparison.Ordinal);
        await visitor.Open("/sign-in");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    internal static Task BecomeShared(Visitor visitor, string name = "Ada") =>
        visitor.Post("/account/first", Fields(("name", name), ("password", Password), ("again", Password)));

    private static void IsIn(Visitor visitor)
    {
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.NotNull(visitor.Page.QuerySelector("#page[data-person]"));
    }

    private static async Task<string> Invite(Visitor owner)
    {
        await owner.Open("/people");
        await owner.Press(within: "form[action='/people/invitations']");
        var link = new Uri(owner.Page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        await owner.Open("/people");
        return link;
    }

    private static async Task SignIn(Visitor visitor, string name, string password)
    {
        var back = visitor.Page.QuerySelector("form[action='/sign-in'] [name=back]")?.GetAttribute("value") ?? "/";
        await visitor.Post("/sign-in", Fields(("name", name), ("password", password), ("back", back)));
    }

    private static Task UseCode(Visitor visitor, string name, string code) =>
        visitor.Post("/sign-in/code", Fields(("name", name), ("code", code)));

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
}
