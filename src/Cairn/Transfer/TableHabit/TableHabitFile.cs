namespace Cairn.Transfer.TableHabit;

/// <summary>A JSON export of Table Habit (mhabit): days are counted from 1970, some lists are JSON inside a text.</summary>
public static class TableHabitFile
{
    public const string Format = "table-habit";
    private const int Deleted = 2;
    private const int Archived = 3;
    private const int Negative = 2;
    private const int Skipped = 2;

    public static bool Fits(StrangerJson root) =>
        root.Items("habits").Any(habit => habit.Item.Has("freq_type") || habit.Item.Has("daily_goal"));

    public static void Tell(StrangerJson root, History history)
    {
        foreach (var (place, habit) in root.Items("habits"))
        {
            var row = $"habits[{place}]";
            var name = ForeignText.Clean(habit.Text("name"));
            if (habit.Whole("status") == Deleted)
            {
                history.Skip(row, TransferWords.WasDeleted, name);
                continue;
            }

            var days = habit.Items("records").Select(record => Day(row, record, history)).OfType<TrackedDay>().ToList();
            var (times, perDays) = Frequency(habit);
            history.Add(
                new TrackedHabit
                {
                    Row = row,
                    Source = history.SourceByName(habit.Whole("create_t") is { } second ? $"{second}" : name),
                    Name = name,
                    Why = [habit.Text("desc"), habit.Text("reminder_quest")],
                    Measure =
                        habit.Whole("type") == Negative ? Measure.AtMost
                        : IsYesOrNo(habit, days) ? Measure.YesOrNo
                        : Measure.AtLeast,
                    Unit = habit.Text("daily_goal_unit"),
                    Target = habit.Number("daily_goal") ?? 1,
                    Stretch = habit.Number("daily_goal_extra"),
                    Times = times,
                    PerDays = perDays,
                    Archived = habit.Whole("status") == Archived,
                    Days = days,
                }
            );
        }
    }

    private static TrackedDay? Day(string habit, (int Place, StrangerJson Item) record, History history)
    {
        var row = $"{habit}.records[{record.Place}]";
        var reason = record.Item.Text("reason");
        var day = new TrackedDay(row, Dates.OfEpochDay(record.Item.Whole("record_date")), Said.Rest, Note: reason);
        if (record.Item.Whole("record_type") == Skipped)
        {
            return day;
        }

        if (record.Item.Whole("record_type") == 1 && record.Item.Number("record_value") is { } value)
        {
            return day with { Said = Said.Amount, Amount = value };
        }

        history.Skip(row, TransferWords.SaysNothing, reason);
        return null;
    }

    /// <summary>One a day without a unit is how a plain yes is kept there.</summary>
    private static bool IsYesOrNo(StrangerJson habit, List<TrackedDay> days) =>
        habit.Number("daily_goal") is null or 1
        && habit.Number("daily_goal_extra") is null
        && ForeignText.Clean(habit.Text("daily_goal_unit")) is null or "times"
        && days.TrueForAll(day => day.Amount is 0 or 1);

    private static (double Times, double PerDays) Frequency(StrangerJson habit)
    {
        var numbers = habit.Numbers("freq_custom");
        return (habit.Whole("freq_type"), numbers) switch
        {
            (1, [var times, ..]) => (times, 7),
            (2, [var times, ..]) => (times, 30),
            (3, [var times, var days, ..]) => (times, days),
            _ => (1, 1),
        };
    }
}
