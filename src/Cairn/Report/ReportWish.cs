using System.Globalization;
using Cairn.Shell;

namespace Cairn.Report;

/// <summary>What somebody chose for a report, as the address of the page says it. What was not named is not chosen.</summary>
public sealed record ReportWish
{
    public const string Wins = "wins";
    public const string Noticed = "noticed";
    public const string Notes = "notes";
    public const string Rests = "rests";

    private const string Step = "step.";
    private const string Question = "question.";
    private const string Letter = "letter.";

    /// <summary>As it was typed.</summary>
    public required string From { get; init; }
    public required string Through { get; init; }
    public required IReadOnlySet<string> Parts { get; init; }

    public DateOnly? First => Typed.Day(From);
    public DateOnly? Last => Typed.Day(Through);

    /// <summary>What has to be mended first, in one sentence.</summary>
    public string? Wrong =>
        First is not { } first || Last is not { } last ? ReportWords.DaysUnreadable
        : last < first ? ReportWords.EndsBefore
        : Parts.Count == 0 ? ReportWords.NothingChosen
        : null;

    public static string PartOfStep(Guid step) => $"{Step}{step}";

    public static string PartOfQuestion(string key) => Question + key;

    public static string PartOfLetter(string period) => Letter + period;

    public bool Has(string part) => Parts.Contains(part);

    /// <param name="asked">From the address.</param>
    /// <param name="today">Until then, and since the beginning of two months ago, unless something else is said.</param>
    public static ReportWish Read(IQueryCollection asked, DateOnly today)
    {
        var usual = Of(null, null, asked["part"].OfType<string>(), today);
        return usual with
        {
            From = asked.ContainsKey("from") ? Typed.Line(asked["from"]) : usual.From,
            Through = asked.ContainsKey("through") ? Typed.Line(asked["through"]) : usual.Through,
        };
    }

    /// <summary>The same from days that can be read.</summary>
    public static ReportWish Of(DateOnly? from, DateOnly? through, IEnumerable<string> parts, DateOnly today) =>
        new()
        {
            From = Iso(from ?? new DateOnly(today.Year, today.Month, 1).AddMonths(-2)),
            Through = Iso(through ?? today),
            Parts = parts.ToHashSet(StringComparer.Ordinal),
        };

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
