using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Api.Keys;

public sealed record KeysView
{
    /// <summary>So many days a key may hold.</summary>
    public static readonly IReadOnlyList<int> Lifetimes = [30, 90, 365];

    /// <summary>The id of the key that the form makes.</summary>
    public Guid Next { get; init; }

    public Person? Person { get; init; }
    public DateTimeOffset Now { get; init; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<AccessKey> Keys { get; init; } = [];

    /// <summary>The key that was just made.</summary>
    public Guid? Made { get; init; }

    /// <summary>What nobody sees again.</summary>
    public string? Secret { get; init; }

    /// <summary>It is the address of a calendar.</summary>
    public bool IsAddress { get; init; }

    /// <summary>What has to be mended first; what was typed and chosen is kept.</summary>
    public string? Wrong { get; init; }

    public string Name { get; init; } = "";
    public IReadOnlyList<string> Chosen { get; init; } = [Scopes.Read, Scopes.Log];

    public string Until(AccessKey key) =>
        key.Expires is not { } end ? ApiWords.UntilTakenBack
        : end <= Now ? Phrase.Of(ApiWords.Ended, DayOf(end))
        : Phrase.Of(ApiWords.Until, DayOf(end));

    public string Used(AccessKey key) =>
        key.LastUsed is { } last ? Phrase.Of(ApiWords.LastUsed, DayOf(last)) : ApiWords.NeverUsed;

    public static string NameOf(string scope) =>
        scope switch
        {
            Scopes.Read => ApiWords.ScopeRead,
            Scopes.Log => ApiWords.ScopeLog,
            Scopes.Write => ApiWords.ScopeWrite,
            _ => ApiWords.ScopeCalendar,
        };

    private string DayOf(DateTimeOffset instant) =>
        (Person?.WallOf(instant) ?? instant.UtcDateTime).ToString("D", CultureInfo.CurrentCulture);
}
