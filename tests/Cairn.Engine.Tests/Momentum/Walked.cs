using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;

namespace Cairn.Engine.Tests.Momentum;

/// <summary>
/// A step's days as a text, one letter a day from a Monday on: x won, m answered without a win, . nothing said,
/// r rest, v reserve, p pause; R a rest with a win all the same.
/// </summary>
internal static class Walked
{
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static DateOnly Day(int after) => Monday.AddDays(after);

    public static StepHistory Step(string rhythm, string days) =>
        new(new(Rhythm.Parse(rhythm), Monday, new(Off(days))), [.. Where(days, "xR")], [.. Where(days, "m")]);

    /// <summary>The line at the end of the last day of the text; the day itself is over.</summary>
    public static MomentumLine Over(string rhythm, string days) =>
        MomentumLine.Of(Step(rhythm, days), Day(days.Length));

    /// <summary>The values of the days of the text, 0 to 1.</summary>
    public static double[] Values(string rhythm, string days) =>
        [.. Over(rhythm, days).Days.Take(days.Length).Select(day => day.Value / 100)];

    public static string Times(this string days, int times) => string.Concat(Enumerable.Repeat(days, times));

    private static IEnumerable<DateOnly> Where(string days, string letters) =>
        days.Select((letter, day) => (letter, day)).Where(at => letters.Contains(at.letter)).Select(at => Day(at.day));

    private static IEnumerable<DayOff> Off(string days) =>
        [
            .. Where(days, "rR").Select(DayOff.Rest),
            .. Where(days, "v").Select(DayOff.Reserve),
            .. Where(days, "p").Select(day => DayOff.Pause(day, day)),
        ];
}
