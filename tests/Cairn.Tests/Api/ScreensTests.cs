using Cairn.Harness;
using Cairn.People;
using Xunit;

namespace Cairn.Api;

/// <summary>
/// Everything that a form of the screens does, a program can do, or it is written down here why not. The routes are those of the
/// running program: a new form breaks this until its operation, or the reason, stands here.
/// </summary>
public sealed class ScreensTests
{
    private const string Sharing =
        "who else sees something is for the person alone to say, whom a program might not ask";
    private const string Access = "a key that could make a way in would outlive its being taken back";
    private const string Host = "it is about all who live here, and a key is one person's";
    private const string Gone = "nothing brings it back, so it asks once more who it is";

    private static readonly Dictionary<string, string> Operations = new(StringComparer.Ordinal)
    {
        ["/act/{kind}"] = "POST actions",
        ["/actions"] = "POST actions",
        ["/goals/{goal}"] = "PUT goals/{goal}",
        ["/goals/{goal}/breakdown"] = "PUT goals/{goal}/breakdown",
        ["/goals/{goal}/breakdown/why"] = "GET goals/{goal}/breakdown/suggestions",
        ["/goals/{goal}/moment"] = "POST goals/{goal}/steps",
        ["/goals/{goal}/stands"] = "PUT goals/{goal}/state",
        ["/goals/{goal}/unstick"] = "GET goals/{goal}/unstick",
        ["/goals/{goal}/unstick/start"] = "POST goals/{goal}/unstick",
        ["/history/day/{day}/answers"] = "POST check-ins/{day}/corrections",
        ["/history/entries/{entry}"] = "POST entries/{entry}/corrections",
        ["/history/words/{word}"] = "POST noticed/{noticed}/corrections",
        ["/insights/experiments/{experiment}/stop"] = "POST experiments/{experiment}/end",
        ["/insights/ignore"] = "PUT insights/steps/{step}",
        ["/insights/show"] = "PUT insights/steps/{step}",
        ["/insights/test/{step}"] = "POST steps/{step}/experiments",
        ["/progress/figures"] = "PUT settings/figures/{figure}",
        ["/reflect/easier/{day}"] = "PUT days/{day}/easier",
        ["/reflect/feelings"] = "PUT settings/feelings",
        ["/reflect/steps/{step}/let-go"] = "PUT steps/{step}/state",
        ["/reflect/steps/{step}/take-up"] = "PUT steps/{step}/state",
        ["/reflect/week/{day}/easier"] = "PUT weeks/{day}/easier",
        ["/routines/{id}"] = "PUT routines/{routine}",
        ["/routines/{id}/put-away"] = "DELETE routines/{routine}",
        ["/settings"] = "PUT settings",
        ["/settings/import"] = "POST imports",
        ["/settings/import/{id}"] = "POST imports",
        ["/steps/{step}"] = "PUT steps/{step}",
        ["/steps/{step}/easier"] = "POST steps/{step}/easier",
        ["/welcome"] = "POST goals",
        ["/welcome/{goal}"] = "POST goals/{goal}/steps",
        ["/welcome/{goal}/{step}/cue"] = "PUT steps/{step}",
        ["/welcome/{goal}/{step}/sure"] = "POST steps/{step}/confidence",
    };

    /// <summary>Parts of the screens that no key opens, by how their addresses begin. docs/api.md says the same.</summary>
    private static readonly Dictionary<string, string> OnScreensOnly = new(StringComparer.Ordinal)
    {
        ["/account"] = Access,
        ["/settings/backups"] = Host,
        ["/goals/{goal}/supporters"] = Sharing,
        ["/settings/delete"] = Gone,
        ["/people"] = Host,
        ["/settings/keys"] = Access,
        ["/sign-out"] = Access,
        ["/supporting"] = Sharing,
    };

    [Fact]
    public async Task What_a_form_does_a_program_can_do_or_it_is_said_why_not()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var forms = Routes
            .Of(cairn)
            .Where(route => route is { IsRead: false, IsForAnybody: false, IsForTokens: false })
            .Select(route => route.Name.Split(' ')[1])
            .ToList();
        var operations = Routes.Of(cairn).Where(route => route.IsForTokens).Select(route => route.Name).ToHashSet();

        Assert.True(forms.Count > 40, "The forms were not found.");
        Assert.DoesNotContain(forms, form => !Operations.ContainsKey(form) && !OnScreensOnly.Keys.Any(Holds(form)));
        Assert.Empty(Operations.Keys.Except(forms));
        Assert.DoesNotContain(OnScreensOnly.Keys, part => !forms.Any(form => Holds(form)(part)));
        Assert.All(
            Operations.Values,
            operation =>
                Assert.Contains(operation.Replace(" ", $" {ApiEndpoints.Root}/", StringComparison.Ordinal), operations)
        );
    }

    private static Func<string, bool> Holds(string form) =>
        part => form == part || form.StartsWith($"{part}/", StringComparison.Ordinal);
}
