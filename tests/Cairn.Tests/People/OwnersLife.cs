using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Data;
using Cairn.Harness;
using Cairn.Transfer;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.People;

/// <summary>Somebody who has used every part of Cairn, so that there is something to look for.</summary>
internal sealed class OwnersLife
{
    /// <summary>Stands in what the owner wrote, and must stand on nobody else's page.</summary>
    public const string Mark = "Kestrels-over-the-mill";

    /// <summary>Stands in what a supporter does not see either.</summary>
    public const string Unshared = Mark + "-and-nobody-else";

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly TestCairn cairn;

    /// <summary>Every id of theirs in the store.</summary>
    private IReadOnlyList<string> ids = [];

    private OwnersLife(TestCairn cairn) => this.cairn = cairn;

    public Guid Person { get; private set; }

    /// <summary>What stands in an address in the place of a name; the word before it tells what an <c>id</c> is of.</summary>
    public string Value(string before, string name) =>
        values.GetValueOrDefault($"{before}/{name}")
        ?? values.GetValueOrDefault(name)
        ?? throw new InvalidOperationException(
            $"A route has a new kind of value, {before}/{{{name}}}: give OwnersLife one that its owner has."
        );

    /// <summary>The same question about what nobody ever had.</summary>
    public Question Never(Question asked) =>
        asked with
        {
            Address = ids.Aggregate(asked.Address, Unknown),
            Body = asked.Body is { } body ? ids.Aggregate(body, Unknown) : null,
        };

    private static string Unknown(string text, string id) =>
        text.Replace(id, id[..^12] + "0123456789ab", StringComparison.OrdinalIgnoreCase);

    /// <summary>A form with an id of theirs in every field that any form here has for one.</summary>
    public string EveryId =>
        string.Join(
            '&',
            values
                .Where(value => Guid.TryParse(value.Value, out _))
                .Select(value => $"{value.Key.Split('/')[^1]}={value.Value}")
                .Append($"back=/goals/{values["goal"]}")
                .DistinctBy(one => one.Split('=')[0])
        );

    /// <summary>What a device would send about their step.</summary>
    public string Actions =>
        $$"""
            [
              { "kind": "win", "id": "{{Id(901)}}", "step": "{{values["step"]}}", "tier": "floor" },
              { "kind": "notToday", "id": "{{Id(902)}}", "step": "{{values["step"]}}" },
              { "kind": "rest", "id": "{{Id(903)}}", "step": "{{values["step"]}}" },
              { "kind": "smaller", "id": "{{Id(904)}}", "step": "{{values["step"]}}" },
              { "kind": "timer", "id": "{{Id(905)}}", "step": "{{values["step"]}}" },
              { "kind": "pause", "id": "{{Id(906)}}", "goal": "{{values["goal"]}}" },
              { "kind": "takeBack", "id": "{{Id(907)}}", "entry": "{{values["entry"]}}" },
              { "kind": "takeBack", "id": "{{Id(908)}}", "entry": "{{values["word"]}}" }
            ]
            """;

    public static async Task<OwnersLife> Live(TestCairn cairn)
    {
        var life = new OwnersLife(cairn);
        using (var visitor = cairn.Visit())
        {
            await life.Live(visitor);
        }

        life.Person = await cairn.BecomesShared();
        var session = await cairn.BeginSession(life.Person);
        life.values["session"] = session.Id.ToString();
        await cairn.Look(async db =>
        {
            var now = cairn.Clock.GetUtcNow();
            db.Passkeys.Add(
                new Passkey
                {
                    PersonId = life.Person,
                    Id = Id(1),
                    CredentialId = [1, 2, 3],
                    PublicKey = [4, 5, 6],
                    Device = Unshared,
                    Transports = "internal",
                    Created = now,
                }
            );
            db.ProviderIdentities.Add(
                new ProviderIdentity
                {
                    PersonId = life.Person,
                    Id = Id(4),
                    Issuer = "https://login.example.org",
                    Subject = Mark,
                    Created = now,
                }
            );
            db.Links.Add(
                new OneTimeLink
                {
                    PersonId = life.Person,
                    Id = Id(2),
                    Kind = LinkKind.Invitation,
                    Secret = new byte[32],
                    Created = now,
                    Expires = now.AddDays(7),
                }
            );
            db.AccessKeys.Add(
                new AccessKey
                {
                    PersonId = life.Person,
                    Id = Id(3),
                    Name = Unshared,
                    Scopes = "read",
                    Hash = new byte[32],
                    Created = now,
                }
            );
            return await db.SaveChangesAsync();
        });
        life.values["identity"] = Id(4).ToString();
        await life.Share();
        life.values["key"] = Id(3).ToString();
        life.values["passkey"] = Id(1).ToString();
        life.values["invitation"] = Id(2).ToString();
        life.ids = await life.AllIds();
        return life;
    }

    /// <summary>Somebody new who sees all of the goal that can be shown.</summary>
    /// <returns>Who, and the id under which they find it.</returns>
    public async Task<(Guid Person, string Support)> Supporter(string name)
    {
        var person = await cairn.Join(name);
        return (person, $"{await cairn.Supports(person, Guid.Parse(values["goal"]), (SharedParts)15)}");
    }

    /// <summary>The same question of somebody who supports the owner's goal, by the id under which they find it.</summary>
    public Question By(string support, Question asked) =>
        asked with
        {
            Address = asked.Address.Replace(values["support"], support, StringComparison.Ordinal),
        };

    /// <summary>Every form on every page that the owner has, as their browser would send it.</summary>
    public async Task<IReadOnlyList<Question>> Forms()
    {
        using var owner = await cairn.SignIn(Person);
        var forms = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (
            var route in Routes.Of(cairn).Where(r => r is { IsRead: true, IsForAnybody: false, IsForTokens: false })
        )
        {
            await owner.Open(route.AddressIn(this));
            foreach (var button in owner.Page.QuerySelectorAll<IHtmlButtonElement>("form[method=post] button"))
            {
                var action = button.GetAttribute("formaction") ?? button.Form!.GetAttribute("action")!;
                var fields = Fields(button).ToList();
                var kind = $"{action} {string.Join(' ', fields.Select(field => field.Name))} {button.Value}";
                var body = string.Join(
                    '&',
                    fields.Select(field =>
                        $"{field.Name}={WebUtility.UrlEncode(field.Value.Replace(Mark, "Own words", StringComparison.Ordinal))}"
                    )
                );
                forms.TryAdd(kind, new Question("POST", action, body));
            }
        }

        return [.. forms.Values];
    }

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlButtonElement button)
    {
        foreach (var field in button.Form!.QuerySelectorAll("input, textarea, select"))
        {
            var value = field switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement choice => choice.Value,
                _ => null,
            };
            if (value is not null && field.GetAttribute("name") is { Length: > 0 } name)
            {
                yield return (name, value);
            }
        }

        if (button.Name is { Length: > 0 } own)
        {
            yield return (own, button.Value);
        }
    }

    /// <summary>All that the store holds of the owner, as one word; the sessions of these tests aside.</summary>
    /// <param name="besides">Kinds of rows that are not looked at.</param>
    public Task<string> Rows(params Type[] besides) =>
        cairn.Look(async db =>
        {
            var all = new StringBuilder();
            foreach (
                var table in db
                    .Model.GetEntityTypes()
                    .Where(type => type.BaseType is null && type.ClrType != typeof(Session))
                    .Where(type => !besides.Contains(type.ClrType))
                    .OrderBy(type => type.Name, StringComparer.Ordinal)
            )
            {
                var column = table.ClrType == typeof(Person) ? "Id" : "PersonId";
                await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // names from our own model
                command.CommandText = $"""SELECT * FROM "{table.GetTableName()}" WHERE "{column}" = @person""";
#pragma warning restore CA2100
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@person";
                parameter.Value = db is SqliteDb ? Person.ToString().ToUpperInvariant() : Person;
                command.Parameters.Add(parameter);
                await db.Database.OpenConnectionAsync();
                var rows = new List<string>();
                await using (var reader = await command.ExecuteReaderAsync())
                {
                    while (await reader.ReadAsync())
                    {
                        var cells = new object[reader.FieldCount];
                        reader.GetValues(cells);
                        rows.Add(string.Join('|', cells.Select(Written)));
                    }
                }

                rows.Sort(StringComparer.Ordinal);
                all.AppendLine(CultureInfo.InvariantCulture, $"{table.GetTableName()}: {rows.Count}");
                all.AppendJoin('\n', rows);
            }

            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
        });

    private static string Written(object cell) =>
        cell is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private async Task Live(Visitor visitor)
    {
        await visitor.Open("/welcome");
        visitor.Fill("title", Mark);
        visitor.Fill("zone", "Europe/Berlin");
        await visitor.Press("area", "health");
        visitor.Fill("name", $"Walk {Mark}");
        visitor.Fill("amount", "20");
        visitor.Fill("unit", "min");
        await visitor.Press();
        await visitor.Press("rating", "8");
        await visitor.Press("cue", "pour the coffee");
        await visitor.Press("tier", "Floor");
        var (goal, step) = await cairn.Look(db =>
            db.Steps.Select(s => new ValueTuple<Guid, Guid>(s.GoalId, s.Id)).SingleAsync()
        );
        (values["goal"], values["step"]) = ($"{goal}", $"{step}");
        values["entry"] = $"{await cairn.Look(db => db.Entries.Select(e => e.Id).SingleAsync())}";
        values["word"] = $"{Id(11)}";
        await cairn.Look(db => db.Entries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Note, Unshared)));
        values["note"] = values["entry"];
        await visitor.Post("/act/noticed", new() { ["id"] = $"{Id(11)}", ["text"] = Unshared });
        await visitor.Post(
            "/act/checkIn",
            new()
            {
                ["id"] = $"{Id(12)}",
                ["rate.mood"] = "7",
                ["say.best"] = Unshared,
            }
        );
        await visitor.Post(
            $"/goals/{goal}/unstick/start",
            new() { ["id"] = $"{Id(13)}", ["what"] = $"Lay out {Unshared}" }
        );
        values["now/step"] = $"{Id(13)}";
        values["routines/id"] = values["routine"] = $"{Id(14)}";
        await visitor.Post(
            $"/routines/{Id(14)}",
            new()
            {
                ["number"] = "0",
                ["name"] = Unshared,
                ["minutes"] = "5",
                ["step"] = $"{step}",
                ["do"] = "save",
            }
        );
        await visitor.PostAll(
            $"/goals/{goal}/breakdown",
            [
                new("number", "0"),
                new("do", "save"),
                new("task", $"{Id(15)}"),
                new("depth", "0"),
                new("text", $"Find {Unshared}"),
                new("minutes", "2"),
            ]
        );
        values["experiment"] = $"{Id(16)}";
        await visitor.Post($"/insights/test/{step}", new() { ["id"] = $"{Id(16)}" });
        Assert.Equal($"/insights/experiments/{Id(16)}", visitor.Path);
        values["import/id"] = (await visitor.HandIn(Samples.HabitTrove)).Split('/')[^1];
        values["ladders/id"] = values["ladder"] = "short-walk";
        values["day"] = "2026-03-02";
        values["period"] = "2026-03";
        values["place"] = "1";
        values["year"] = "2026";
        values["number"] = "coin";
        values["figure"] = "momentum";
        values["noticed"] = values["word"];
        values["item"] = $"{Id(17)}";
        values["kind"] = "day";
    }

    /// <summary>A goal of theirs is supported, and they support one of somebody else.</summary>
    private async Task Share()
    {
        var goal = Guid.Parse(values["goal"]);
        var (person, supporter) = await Supporter("Nora");
        values["supporter"] = supporter;
        await cairn.ChooseNotes(Guid.Parse(supporter));
        var (theirs, _) = await Strangers.Settle(cairn);
        var other = await cairn.Look(db =>
            db.Steps.Where(s => s.Id == theirs).Select(s => new { s.PersonId, s.GoalId }).SingleAsync()
        );
        await cairn.GiveAccount(other.PersonId, "Eve", Role.Member);
        values["support"] = $"{await cairn.Supports(Person, other.GoalId)}";
        values["link"] = Pass.New(Person, Id(20)).Text; // it is over: one that is open is for whoever has it
        (values["offer"], values["cheer"]) = ($"{Id(21)}", $"{Id(22)}");
        await cairn.Look(db =>
        {
            var now = cairn.Clock.GetUtcNow();
            db.Links.Add(
                new OneTimeLink
                {
                    PersonId = Person,
                    Id = Id(21),
                    Kind = LinkKind.Support,
                    Secret = new byte[32],
                    Created = now,
                    Expires = now.AddDays(7),
                    GoalId = goal,
                    Shows = SharedParts.Wins,
                }
            );
            db.Looks.Add(
                new Look
                {
                    PersonId = Person,
                    Id = Id(23),
                    GoalId = goal,
                    ById = person,
                    At = now,
                }
            );
            db.Cheers.Add(
                new Cheer
                {
                    PersonId = Person,
                    Id = Id(22),
                    GoalId = goal,
                    FromId = person,
                    Text = Unshared,
                    At = now,
                    Shown = new DateOnly(2026, 3, 2),
                }
            );
            return db.SaveChangesAsync();
        });
    }

    private async Task<IReadOnlyList<string>> AllIds() =>
        [
            .. await cairn.Look(async db =>
                (await db.Goals.Where(g => g.PersonId == Person).Select(g => g.Id).ToListAsync())
                    .Concat(await db.Steps.Where(s => s.PersonId == Person).Select(s => s.Id).ToListAsync())
                    .Concat(await db.Entries.Where(e => e.PersonId == Person).Select(e => e.Id).ToListAsync())
                    .Concat(await db.DayWords.Where(w => w.PersonId == Person).Select(w => w.Id).ToListAsync())
                    .Select(id => id.ToString())
                    .ToList()
            ),
            .. values.Values.Where(value => Guid.TryParse(value, out _)),
        ];

    private static Guid Id(int number) => new(number, 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 7);
}
