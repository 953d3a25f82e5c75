using System.Globalization;
using Cairn.Engine.Capacity;

namespace Cairn.Data;

/// <summary>How an amount is said depends on its unit: minutes in the steps of a clock, kilometres in tenths, the rest whole.</summary>
public static class Units
{
    /// <summary>Nobody does more of anything in a day.</summary>
    public const double MostOfADay = 1_000_000;

    private static readonly HashSet<string> Minutes = Set("min", "min.", "minute", "minutes", "minuten", "mins");

    private static readonly HashSet<string> Measured = Set(
        "km",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "mile",
        "miles",
        "meile",
        "meilen",
        "l",
        "litre",
        "litres",
        "liter",
        "liters",
        "h",
        "hour",
        "hours",
        "stunde",
        "stunden"
    );

    public static Scale ScaleOf(string unit) =>
        Minutes.Contains(unit.Trim()) ? Scale.Minutes
        : Measured.Contains(unit.Trim()) ? Scale.Fine
        : Scale.Whole;

    /// <summary>Reads what a person typed, with a point or a comma; null for what is not an amount.</summary>
    public static double? Read(string? typed) =>
        double.TryParse(
            typed?.Trim().Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var amount
        ) && double.IsFinite(amount) // "NaN" is a number to the parser
            ? amount
            : null;

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
