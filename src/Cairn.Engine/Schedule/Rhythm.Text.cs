using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cairn.Engine.Schedule;

public sealed partial record Rhythm
{
    private static readonly string[] Names3 = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>
    /// The one text of this rhythm, for storing: <c>daily</c>, <c>mon wed fri</c>, <c>3/week</c>, <c>2/10 days</c>,
    /// <c>every 2 days</c>, <c>none</c>. At most 27 characters; <see cref="TryParse"/> reads it back.
    /// </summary>
    public override string ToString() =>
        Kind switch
        {
            RhythmKind.None => "none",
            RhythmKind.Every when Days == 1 => "daily",
            RhythmKind.Every => string.Create(CultureInfo.InvariantCulture, $"every {Days} days"),
            RhythmKind.Weekdays => string.Join(' ', Names3.Where((_, day) => ((int)Weekdays & (1 << day)) != 0)),
            _ when Days == Week.Length => string.Create(CultureInfo.InvariantCulture, $"{Times}/week"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Times}/{Days} days"),
        };

    /// <summary>
    /// Reads the text of a rhythm; letter case and blanks around words do not matter. Equal rhythms come out equal
    /// however they were written: <c>7/week</c>, <c>every 1 days</c> and all seven names are <see cref="Daily"/>.
    /// </summary>
    /// <returns>False when the text is none.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Rhythm? rhythm)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        rhythm = words switch
        {
            [var word] when Is(word, "none") => None,
            [var word] when Is(word, "daily") => Daily,
            [var every, var days, var unit] when Is(every, "every") && Is(unit, "days") => From(1, Number(days), Every),
            [var share] when Halves(share) is (var times, "week") => From(times, Week.Length, null),
            [var share, var unit] when Is(unit, "days") && Halves(share) is (var times, var days) => From(
                times,
                Number(days),
                null
            ),
            _ => OfNames(words),
        };
        return rhythm is not null;

        static Rhythm? From(int times, int days, Func<int, Rhythm>? every) =>
            times < 1 || days < times || days > MostDays ? null
            : every is not null ? every(days)
            : Often(times, days);
    }

    /// <summary>Reads the text of a rhythm.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Rhythm Parse(string text) =>
        TryParse(text, out var rhythm)
            ? rhythm
            : throw new FormatException(
                $"\"{text}\" is no rhythm: daily, mon wed fri, 3/week, 2/10 days, every 2 days"
            );

    private static Rhythm? OfNames(string[] words)
    {
        var weekdays = Weekdays.None;
        foreach (var word in words)
        {
            var day = Array.FindIndex(Names3, name => Is(word, name));
            if (day < 0)
            {
                return null;
            }

            weekdays |= (Weekdays)(1 << day);
        }

        return weekdays == Weekdays.None ? null : On(weekdays);
    }

    private static (int Times, string Of)? Halves(string share) =>
        share.Split('/') is [var times, var of] ? (Number(times), Is(of, "week") ? "week" : of) : null;

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
