namespace Cairn.Data;

/// <summary>The figures that a person may hide, by key.</summary>
public static class Figures
{
    /// <summary>How many stones lie in a picture.</summary>
    public const string Count = "count";
    public const string Calendar = "calendar";
    public const string ThenAndNow = "then";
    public const string Momentum = "momentum";
    public const string Sizes = "sizes";
    public const string Back = "back";
    public const string Confidence = "confidence";
    public const string Habit = "habit";
    public const string Promises = "promises";
    public const string BestAndWorst = "best";
    public const string Spiral = "spiral";
    public const string Evenings = "evenings";

    public static readonly IReadOnlyList<string> All =
    [
        Count,
        Calendar,
        ThenAndNow,
        Momentum,
        Sizes,
        Back,
        Confidence,
        Habit,
        Promises,
        BestAndWorst,
        Spiral,
        Evenings,
    ];

    public static IReadOnlySet<string> HiddenBy(Person person) =>
        person.HiddenFigures.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
