using System.Globalization;

namespace Cairn.Goals.Breakdown;

/// <summary>Whole minutes as they are typed.</summary>
public static class Minute
{
    public const int Most = 6000;

    /// <summary>Null for what is not a number of minutes.</summary>
    public static int? Read(string? typed) =>
        Data.Units.Read(typed) is { } amount and <= Most ? (int)Math.Ceiling(amount) : null;

    public static string Write(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
