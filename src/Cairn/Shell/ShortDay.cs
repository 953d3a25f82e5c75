using System.Globalization;

namespace Cairn.Shell;

/// <summary>A day with its year in few letters, as nobody can misread it: "6 Dec 2025", not 06/12/2025.</summary>
public static class ShortDay
{
    public static string Of(DateOnly day) => day.ToString(ShellWords.ShortDay, CultureInfo.CurrentCulture);

    /// <param name="wall">What calendar and clock on the reader's wall say.</param>
    public static string WithTime(DateTime wall) =>
        $"{Of(DateOnly.FromDateTime(wall))}, {wall.ToString("t", CultureInfo.CurrentCulture)}";
}
