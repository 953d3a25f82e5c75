using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Data;
using Cairn.Harness;
using Cairn.Reflect;
using Cairn.Transfer;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Shell;

/// <summary>Every field that somebody can type into, on every page that has one, gets what nobody expects.</summary>
[InAnyZone]
public sealed partial class FreeTextTests
{
    private const string Fields = "main input[type=text], main textarea";

    /// <summary>Of the buttons of a form the one that keeps what was typed.</summary>
    private static readonly string[] Keeping =
    [
        "[value=save]",
        "[value=add]",
        ".primary",
        "[name=area]",
        "button:not([name]):not(.unseen)",
        "button",
    ];

    private static readonly IReadOnlyList<string> Typing =
    [
        "zero \0 byte",
        "\0",
        "bell \u0007, escape \u001B and \u009B",
        .. Texts.All,
    ];

    [Theory, EachDatabase]
    public async Task Whatever_is_typed_into_any_field_is_shown_as_typed_or_answered_with_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Desk.Noon);
        using var visitor = cairn.Visit();
        var met = new HashSet<string>(StringComparer.Ordinal);
        var troubles = new List<string>();

        foreach (var open in await PagesOf(cairn, visitor))
        {
            await open();
            var fields = visitor.Page.QuerySelectorAll(Fields).Select(Named).Distinct(StringComparer.Ordinal).ToList();
            Assert.True(fields.Count > 0, $"{visitor.Path} has no field ({visitor.Status}): {visitor.Text}");
            foreach (var field in fields)
            {
                met.Add(field.Split(' ')[^1]);
                foreach (var text in For(met.Count + (int)database))
                {
                    cairn.Clock.Advance(TimeSpan.FromSeconds(1)); // of two answers at one instant either may count
                    await open();
                    if (await Type(visitor, field, text) is { } trouble)
                    {
                        troubles.Add($"{field}, “{text[..Math.Min(text.Length, 20)]}”: {trouble}");
                    }
                }
            }
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        var unmet = NamesInPages().Where(name => !met.Any(m => m.StartsWith(name, StringComparison.Ordinal)));
        Assert.True(!unmet.Any(), $"No page above shows {string.Join(", ", unmet)}");
    }

    /// <summary>Every text for each field takes minutes: usually a field gets every third, its neighbour the next ones.</summary>
    private static IEnumerable<string> For(int turn) => Typing.Where((_, at) => LongRun.IsOn || (at + turn) % 3 == 0);

    /// <returns>What is wrong with the answer; null for nothing.</returns>
    private static async Task<string?> Type(Visitor visitor, string field, string text)
    {
        var input = visitor.Page.QuerySelectorAll(Fields).First(element => Named(element) == field);
        var form = input.Closest("form")!;
        var name = input.GetAttribute("name")!;
        if (form.GetAttribute("method") == "get")
        {
            await visitor.Open($"{form.GetAttribute("action")}?{name}={Uri.EscapeDataString(text)}");
            if (visitor.Status == HttpStatusCode.RequestUriTooLong)
            {
                return null; // no address is that long
            }
        }
        else
        {
            var button = (IHtmlButtonElement)Keeping.Select(form.QuerySelector).First(found => found is not null)!;
            var sent = visitor.FieldsFor(button);
            sent[name] = text;
            if (input.ParentElement!.QuerySelector("[type=radio]") is IHtmlInputElement choice)
            {
                sent[choice.Name!] = choice.Value; // a field of its own counts only with it
            }

            await visitor.Post(button.GetAttribute("formaction") ?? form.GetAttribute("action")!, sent);
        }

        if (visitor.Page.QuerySelectorAll("main script, main img, [onerror]").Length > 0)
        {
            return "it became a part of the page";
        }

        // A page cannot hold what cannot be kept: there the sign stands that says so.
        var typed = string.Concat(text.Trim().Select(sign => char.IsControl(sign) ? Typed.Unreadable : sign));
        var isInField = visitor
            .Page.QuerySelectorAll($"{Fields}, main input[type=hidden]") // or it goes along to the next question
            .Any(element => ValueOf(element) == typed);
        var isRefused = visitor.Page.QuerySelector("main .wrong, main [role=alert]") is { TextContent.Length: > 10 };
        return visitor.Status switch
        {
            HttpStatusCode.OK => isInField || visitor.Text.Contains(typed, StringComparison.Ordinal),
            HttpStatusCode.UnprocessableEntity => isRefused
                && (isInField || visitor.Text.Contains(typed, StringComparison.Ordinal)),
            _ => false,
        }
            ? null
            : $"{(int)visitor.Status} at {visitor.Path}{(isRefused ? ", refused" : "")}{(isInField ? "" : ", not in the field")}";
    }

    private static string Named(IElement field) =>
        $"{Changing().Replace(field.Closest("form")!.GetAttribute("action")!, "…")} {field.GetAttribute("name")}";

    private static string ValueOf(IElement field) =>
        field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "";

    /// <summary>The ways to every page on which there is something to type.</summary>
    private static async Task<IReadOnlyList<Func<Task>>> PagesOf(TestCairn cairn, Visitor visitor)
    {
        await visitor.Begin();
        var (goal, step) = await cairn.Look(db =>
            db.Steps.Select(s => new ValueTuple<Guid, Guid>(s.GoalId, s.Id)).SingleAsync()
        );
        var (tree, unstick) = ($"/goals/{goal}/breakdown", $"/goals/{goal}/unstick");
        await visitor.Post(
            "/act/checkIn",
            new() { ["id"] = $"{Guid.CreateVersion7(Desk.Noon)}", ["say.inTheWay"] = "The shoes are wet" }
        );
        await visitor.Post(
            "/act/noticed",
            new() { ["id"] = $"{Guid.CreateVersion7(Desk.Noon)}", ["text"] = "Found the shoes" }
        );
        await visitor.Post(
            "/act/win",
            new()
            {
                ["id"] = $"{Guid.CreateVersion7(Desk.Noon)}",
                ["step"] = $"{step}",
                ["tier"] = "Floor",
            }
        );
        return
        [
            Get("/welcome"),
            Get($"/welcome/{goal}?others=true"),
            Get($"/welcome/{goal}/{step}/cue"),
            Get("/"),
            Get("/day/2026-03-09"),
            Get($"/goals/{goal}"),
            Get($"{tree}/why"),
            async () =>
            {
                await visitor.Open(tree);
                if (visitor.Page.QuerySelector(".tree") is null)
                {
                    await visitor.Post($"{tree}/why", new() { ["task"] = "Sort the shelf", ["blocker"] = "Fear" });
                    while (visitor.Page.QuerySelectorAll(".tree .row").Length > 1) // a field has one value here
                    {
                        visitor.Page.QuerySelector(".tree .row:last-child")!.Remove();
                    }
                }
            },
            Get($"/steps/{step}"),
            Get($"/steps/{step}/easier"),
            () => visitor.Post(unstick, new() { ["blocker"] = "Fear" }),
            Get("/routines/new"),
            Get("/ladders"),
            async () =>
            {
                await ForgetWhatMakesItEasier();
                await visitor.Open("/reflect");
            },
            async () =>
            {
                await ForgetWhatMakesItEasier();
                await visitor.Open("/reflect/week/2026-03-10");
            },
            Get("/history"),
            Get("/history/day/2026-03-10"),
            Get("/settings"),
            Get("/settings/keys"),
            Get("/settings/delete"),
            Get("/account"),
            Get("/sign-in/code"),
            async () => await visitor.Open(await visitor.HandIn(Samples.HabitTrove)),
        ];

        Func<Task> Get(string path) => () => visitor.Open(path);

        Task<int> ForgetWhatMakesItEasier() =>
            cairn.Look(async db =>
            {
                var person = await db.People.Select(p => p.Id).SingleAsync();
                var (ofDay, ofWeek) = (
                    Surroundings.StepOf(person, new DateOnly(2026, 3, 10)),
                    Surroundings.StepOfWeek(person, new DateOnly(2026, 3, 9))
                );
                return await db
                    .StepVersions.Where(version => version.StepId == ofDay || version.StepId == ofWeek)
                    .ExecuteUpdateAsync(set => set.SetProperty(version => version.Archived, true));
            });
    }

    /// <summary>The names of all fields in the source of the pages, as far as they are not put together.</summary>
    private static IEnumerable<string> NamesInPages([CallerFilePath] string here = "") =>
        Directory
            .EnumerateFiles(
                Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Cairn"),
                "*.razor",
                SearchOption.AllDirectories
            )
            .SelectMany(file => Field().Matches(File.ReadAllText(file)))
            .Select(field => field.Value)
            .Where(field => field.StartsWith("<textarea", StringComparison.Ordinal) || !OtherType().IsMatch(field))
            .Select(field => Name().Match(field).Groups[1].Value)
            .Where(name => name.Length > 0)
            .Distinct();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Changing();

    [GeneratedRegex("<(input|textarea|StepField)\\b[^>]*", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex("\\b[tT]ype=\"(?!text\")")]
    private static partial Regex OtherType();

    [GeneratedRegex("\\s[nN]ame=\"([^\"@]*)")]
    private static partial Regex Name();
}
