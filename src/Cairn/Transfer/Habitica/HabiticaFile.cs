namespace Cairn.Transfer.Habitica;

/// <summary>
/// Habitica's user data. Only tasks and the clock settings are read, never who the person is there: the file holds
/// keys to the account too.
/// </summary>
public static class HabiticaFile
{
    public const string Format = "habitica";

    public static bool Fits(StrangerJson root) =>
        root.Member("tasks") is var tasks && (tasks.Has("dailys") || tasks.Has("habits"));

    public static void Tell(StrangerJson root, History history)
    {
        var ahead = Ahead(root.Member("preferences"));
        var tasks = root.Member("tasks");
        foreach (var (place, daily) in tasks.Items("dailys"))
        {
            var row = $"dailys[{place}]";
            var (times, perDays) = Frequency(daily);
            history.Add(
                Habit(row, daily, history) with
                {
                    Times = times,
                    PerDays = perDays,
                    Days = HabiticaHistory.OfDaily(row, daily, ahead, history),
                }
            );
        }

        foreach (var (place, habit) in tasks.Items("habits"))
        {
            var row = $"habits[{place}]";
            if (habit.Flag("up") == false)
            {
                history.Skip(row, TransferWords.HabitToAvoid, habit.Text("text"));
                continue;
            }

            history.Add(
                Habit(row, habit, history) with
                {
                    Measure = Measure.AtLeast,
                    Days = HabiticaHistory.OfHabit(row, habit, ahead, history),
                }
            );
        }

        foreach (var (place, todo) in tasks.Items("todos").Where(todo => todo.Item.Flag("completed") != true))
        {
            history.Add(
                new TrackedGoal
                {
                    Row = $"todos[{place}]",
                    Title = todo.Text("text"),
                    Why = [todo.Text("notes"), todo.Text("date")],
                    Tasks =
                    [
                        .. todo.Items("checklist")
                            .Where(item => item.Item.Flag("completed") != true)
                            .Select(item => new TrackedTask(item.Item.Text("text"))),
                    ],
                }
            );
        }

        var done = tasks.Items("todos").Count(todo => todo.Item.Flag("completed") == true);
        if (done > 0)
        {
            history.Skip("todos", History.Say(TransferWords.TodosDone, done));
        }
    }

    private static TrackedHabit Habit(string row, StrangerJson task, History history)
    {
        var name = ForeignText.Clean(task.Text("text"));
        var id = ForeignText.Clean(task.Text("_id") ?? task.Text("id"));
        return new TrackedHabit
        {
            Row = row,
            Source = id is null ? history.SourceByName(name) : $"{Format}:{id}",
            Name = name,
            Why = [task.Text("notes"), .. task.Items("checklist").Select(item => item.Item.Text("text"))],
            Days = [],
        };
    }

    /// <summary>How far the person's day is ahead of UTC: JavaScript counts its offset backwards.</summary>
    private static TimeSpan Ahead(StrangerJson preferences)
    {
        var offset = preferences.Number("timezoneOffset") is { } minutes and >= -840 and <= 840 ? minutes : 0;
        var dayStart = preferences.Number("dayStart") is { } hours and >= 0 and <= 23 ? hours : 0;
        return TimeSpan.FromMinutes(-offset - (60 * dayStart));
    }

    private static (double Times, double PerDays) Frequency(StrangerJson daily)
    {
        var every = daily.Number("everyX") is { } x and >= 1 and <= 365 ? x : 1;
        return daily.Text("frequency") switch
        {
            "weekly" => (daily.Member("repeat").Members.Count(day => day.Value.AsFlag == true), 7 * every),
            "monthly" => (1, 30 * every),
            "yearly" => (1, 365),
            _ => (1, every),
        };
    }
}
