namespace Cairn.Pictures;

/// <summary>Days of stones for tests, always the same ones.</summary>
internal static class Stones
{
    private static readonly string[] Areas = ["work", "health", "personal", "garden"];

    public static IReadOnlyList<Stone> Some(int count, int from = 0) => [.. Enumerable.Range(from, count).Select(One)];

    public static Stone One(int number)
    {
        var kind = (number % 7) switch
        {
            2 => StoneKind.Task,
            4 => StoneKind.Moment,
            5 => StoneKind.Noticed,
            _ => StoneKind.Practice,
        };
        var id = new Guid(number, 7, 11, [1, 2, 3, 4, 5, 6, 7, (byte)(number * 37)]);
        return new(id, Areas[number % 3], 1 + (number * 5 % 3), kind, $"Walk, {number % 9} min");
    }

    public static IReadOnlyList<Pile> Week(params ReadOnlySpan<int> counts)
    {
        var days = new List<Pile>();
        foreach (var count in counts)
        {
            days.Add(new(new DateOnly(2026, 11, 1).AddDays(days.Count), Some(count, 100 * days.Count)));
        }

        return days;
    }
}
