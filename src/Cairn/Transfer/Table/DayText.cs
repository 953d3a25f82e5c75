using System.Globalization;

namespace Cairn.Transfer.Table;

/// <summary>Days as people and spreadsheets write them. Whether 3/4 is in March or in April no rule can tell.</summary>
internal static class DayText
{
    public enum Order
    {
        DayFirst,
        MonthFirst,
    }

    private const int LongestText = 60;
    private static readonly Lazy<Dictionary<string, int>> Months = new(NamesOfMonths);

    /// <returns>Null for what is no day, or not in that order.</returns>
    public static DateOnly? Read(string? text, Order order) =>
        Parts(text) switch
        {
            [{ Digits: 8 } whole, ..] => Day(whole.Number / 10_000, whole.Number / 100 % 100, whole.Number % 100),
            [{ Digits: 4 } year, var month, var day, ..] => Day(year.Number, month.Number, day.Number),
            [{ IsMonth: true } month, var day, var year, ..] => Day(Year(year), month.Number, day.Number),
            [var day, { IsMonth: true } month, var year, ..] => Day(Year(year), month.Number, day.Number),
            [var first, var second, var year, ..] => order == Order.DayFirst
                ? Day(Year(year), second.Number, first.Number)
                : Day(Year(year), first.Number, second.Number),
            _ => null,
        };

    /// <summary>A day and a month by name, with the year from elsewhere.</summary>
    public static DateOnly? Read(string? dayAndMonth, string? year) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Parts(dayAndMonth) switch
            {
                [{ IsMonth: true } month, { IsMonth: false } day, ..] => Day(number, month.Number, day.Number),
                [{ IsMonth: false } day, { IsMonth: true } month, ..] => Day(number, month.Number, day.Number),
                [{ IsMonth: false } day, { IsMonth: false } month] when dayAndMonth!.Contains('.') => //
                Day(number, month.Number, day.Number),
                _ => null,
            }
            : null;

    /// <summary>Which orders the texts allow; both, where none of them has a day above twelve.</summary>
    public static IReadOnlyList<Order> Orders(IEnumerable<string> texts)
    {
        var (day, month, dots) = (0, 0, 0);
        foreach (var text in texts)
        {
            day += Read(text, Order.DayFirst) is null ? 0 : 1;
            month += Read(text, Order.MonthFirst) is null ? 0 : 1;
            dots += text.Count(unit => unit == '.') >= 2 ? 1 : 0;
        }

        return day > month || dots > 0 ? [Order.DayFirst]
            : month > day ? [Order.MonthFirst]
            : [Order.DayFirst, Order.MonthFirst];
    }

    /// <summary>True if both orders read it, and as different days.</summary>
    public static bool IsAmbiguous(string text) =>
        Read(text, Order.DayFirst) is { } day && Read(text, Order.MonthFirst) is { } month && day != month;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Year(Part part) =>
        part.Digits switch
        {
            4 => part.Number,
            2 => part.Number < 80 ? 2000 + part.Number : 1900 + part.Number,
            _ => 0,
        };

    /// <summary>The first three numbers and names of months; other words, such as a weekday, are passed over.</summary>
    private static List<Part> Parts(string? text)
    {
        var parts = new List<Part>(3);
        if (text is null or { Length: > LongestText })
        {
            return parts;
        }

        for (var at = 0; at < text.Length && parts.Count < 3; )
        {
            var from = at;
            if (char.IsAsciiDigit(text[at]))
            {
                at = End(text, at, char.IsAsciiDigit);
                if (at - from > 8)
                {
                    return [];
                }

                parts.Add(
                    new(
                        int.Parse(text.AsSpan(from, at - from), NumberStyles.None, CultureInfo.InvariantCulture),
                        at - from,
                        IsMonth: false
                    )
                );
            }
            else if (char.IsLetter(text[at]))
            {
                at = End(text, at, char.IsLetter);
                if (Months.Value.TryGetValue(text[from..at], out var month))
                {
                    parts.Add(new(month, 0, IsMonth: true));
                }
            }
            else
            {
                at++;
            }
        }

        return parts;
    }

    private static int End(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>In every language of this machine; a name that means two months in two languages means none.</summary>
    private static Dictionary<string, int> NamesOfMonths()
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var culture in CultureInfo
                .GetCultures(CultureTypes.NeutralCultures)
                .Where(culture => culture.Calendar is GregorianCalendar)
        )
        {
            var format = culture.DateTimeFormat;
            foreach (var list in new[] { format.MonthNames, format.AbbreviatedMonthNames, format.MonthGenitiveNames })
            {
                for (var month = 1; month <= 12; month++)
                {
                    var name = list[month - 1].TrimEnd('.');
                    if (
                        name.Length > 1
                        && name.All(char.IsLetter)
                        && !names.TryAdd(name, month)
                        && names[name] != month
                    )
                    {
                        names[name] = 0;
                    }
                }
            }
        }

        foreach (var language in new[] { "en", "de" })
        {
            var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            foreach (var list in new[] { format.MonthNames, format.AbbreviatedMonthNames })
            {
                for (var month = 1; month <= 12; month++)
                {
                    names[list[month - 1].TrimEnd('.')] = month;
                }
            }
        }

        return names.Where(name => name.Value > 0).ToDictionary(StringComparer.OrdinalIgnoreCase);
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Part(int Number, int Digits, bool IsMonth);
}
