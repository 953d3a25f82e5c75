using System.Globalization;

namespace Cairn.Shell;

/// <summary>An amount as one says it: "7 min", "2,5 km".</summary>
public static class Quantity
{
    public static string Of(double amount) => amount.ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>The number never parts from its unit at the end of a line.</summary>
    public static string Of(double amount, string unit) => $"{Of(amount)}\u00A0{unit}";
}
