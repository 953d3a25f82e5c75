using System.Globalization;
using Cairn.People;

namespace Cairn.Transfer.HabitTrove;

/// <summary>
/// HabitTrove's <c>habits.json</c>, alone or in its backup. A completion is an instant in UTC; its day is the one
/// of the zone in which the person lived, which stands in <c>settings.json</c> or has to be asked.
/// </summary>
public static class HabitTroveFile
{
    public const string Format = "habit-trove";
    public const string ZoneKey = "zone";

    public static bool Fits(StrangerJson root) =>
        root.Items("habits").Any(habit => habit.Item.Has("completions") || habit.Item.Has("coinReward"));

    public static void Tell(StrangerJson root, StrangerJson settings, History history)
    {
        var zone = Zone(settings, history);
        foreach (var (place, habit) in root.Items("habits"))
        {
            var row = $"habits[{place}]";
            var name = ForeignText.Clean(habit.Text("name"));
            var id = ForeignText.Clean(habit.Text("id"));
            var target = habit.Number("targetCompletions") ?? 1;
            var (times, perDays) = Frequency(habit.Text("frequency"));
            var isDone = habit.Flag("archived") == true || habit.Items("completions").Any();
            if (habit.Flag("isTask") == true && !isDone)
            {
                history.Add(
                    new TrackedGoal
                    {
                        Row = row,
                        Title = name,
                        Why = [habit.Text("description")],
                        Tasks = [],
                    }
                );
                continue;
            }

            history.Add(
                new TrackedHabit
                {
                    Row = row,
                    Source = id is null ? history.SourceByName(name) : $"{Format}:{id}",
                    Name = name,
                    Why = [habit.Text("description")],
                    Measure = target > 1 ? Measure.AtLeast : Measure.YesOrNo,
                    Target = target,
                    Times = times,
                    PerDays = perDays,
                    Archived = habit.Flag("archived") == true || (habit.Flag("isTask") == true && isDone),
                    Days = Days(row, habit, zone, history),
                }
            );
        }
    }

    private static IEnumerable<TrackedDay> Days(string habit, StrangerJson json, TimeZoneInfo zone, History history)
    {
        var times = new Dictionary<DateOnly, (string Row, int Count)>();
        foreach (var (place, completion) in json.Items("completions"))
        {
            var row = $"{habit}.completions[{place}]";
            if (Day(completion.AsText, zone) is { } day)
            {
                times[day] = times.TryGetValue(day, out var earlier)
                    ? earlier with
                    {
                        Count = earlier.Count + 1,
                    }
                    : (row, 1);
            }
            else
            {
                history.Skip(row, TransferWords.NoDate);
            }
        }

        return times.Select(day => new TrackedDay(day.Value.Row, day.Key, Said.Amount, day.Value.Count));
    }

    /// <summary>Very old files name the day itself; there a zone has no say.</summary>
    private static DateOnly? Day(string? completion, TimeZoneInfo zone) =>
        completion?.Trim().Length == 10 ? Dates.Iso(completion)
        : Dates.Instant(completion) is { Year: > 1 and < 9999 } instant
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime)
        : null;

    private static TimeZoneInfo Zone(StrangerJson settings, History history)
    {
        var told = settings.Member("system").Text("timezone");
        var known = PersonalDay.IsZone(told);
        var answer = history.Ask(
            new Question(ZoneKey, TransferWords.AsksZone, [])
            {
                Guess = known ? told : history.Zone,
                MustBeAnswered = !known,
                IsTimeZone = true,
            }
        );
        return TimeZoneInfo.TryFindSystemTimeZoneById(answer!, out var zone) ? zone : TimeZoneInfo.Utc;
    }

    /// <summary>As much of a recurrence rule (RFC 5545, 3.3.10) as says how often.</summary>
    private static (double Times, double PerDays) Frequency(string? rule)
    {
        var parts = (rule ?? "")
            .ToUpperInvariant()
            .Replace("RRULE:", "", StringComparison.Ordinal)
            .Split(';', 20)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .DistinctBy(part => part[0])
            .ToDictionary(part => part[0], part => part[1]);
        var interval =
            parts.TryGetValue("INTERVAL", out var every)
            && int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n is > 0 and < 400
                ? n
                : 1;
        var days = parts.TryGetValue("BYDAY", out var names) ? names.Split(',', 8).Length : 1;
        return parts.GetValueOrDefault("FREQ") switch
        {
            "WEEKLY" => (days, 7 * interval),
            "MONTHLY" => (1, 30 * interval),
            "YEARLY" => (1, 365 * interval),
            "DAILY" => (1, interval),
            _ => (1, 1),
        };
    }
}
