namespace Cairn.Transfer.Habo;

/// <summary>A JSON backup of Habo: habits with their days by date, each with the target of that day.</summary>
public static class HaboFile
{
    public const string Format = "habo";

    /// <summary>Before there were categories, the backup was the list of habits itself.</summary>
    public static bool Fits(StrangerJson root) =>
        Habits(root).Any(habit => habit.Item.Has("events") && habit.Item.Has("title"));

    public static void Tell(StrangerJson root, History history)
    {
        foreach (var (place, habit) in Habits(root))
        {
            var row = $"habits[{place}]";
            var title = ForeignText.Clean(habit.Text("title"));
            if (habit.Text("deletedAt") is { Length: > 0 })
            {
                history.Skip(row, TransferWords.WasDeleted, title);
                continue;
            }

            var byName = history.SourceByName(title);
            var numeric = habit.Whole("habitType") == 1;
            var target = habit.Number("targetValue") ?? 1;
            history.Add(
                new TrackedHabit
                {
                    Row = row,
                    Source = ForeignText.Clean(habit.Text("uuid")) is { } uuid ? $"{Format}:{uuid}" : byName,
                    FormerSource = byName,
                    Name = title,
                    Why = [habit.Text("routine"), habit.Text("reward")],
                    Cue = habit.Text("cue"),
                    Measure = numeric ? Measure.AtLeast : Measure.YesOrNo,
                    Unit = habit.Text("unit"),
                    Target = target,
                    Archived = habit.Flag("archived") == true,
                    Days = habit
                        .Member("events")
                        .Members.Select(day => Day(row, day.Name, day.Value, numeric ? target : 1, history))
                        .OfType<TrackedDay>(),
                }
            );
        }
    }

    private static TrackedDay? Day(string habit, string date, StrangerJson told, double target, History history)
    {
        var row = $"{habit}.events[{ForeignText.Cut(ForeignText.Clean(date) ?? "", 30)}]";
        var parts = told.AsItems.Take(4).Select(part => part.Item).ToList();
        var comment = parts.Count > 1 ? parts[1].AsText : null;
        var planned = parts.Count > 3 ? parts[3].AsNumber : null;
        var day = new TrackedDay(row, Dates.Iso(date), Said.Amount, 0, comment, planned);
        switch (parts.Count > 0 ? parts[0].AsText?.Split('.')[^1] : null)
        {
            case "check":
                return day with { Amount = Math.Max(parts.Count > 2 ? parts[2].AsNumber ?? 0 : 0, planned ?? target) };
            case "progress" when parts.Count > 2 && parts[2].AsNumber is { } amount:
                return day with { Amount = amount };
            case "fail":
                return day with { Said = Said.No };
            case "skip":
                return day with { Said = Said.Rest };
            case "clear" when ForeignText.Clean(comment) is null:
                return null;
            default:
                history.Skip(row, TransferWords.SaysNothing, comment);
                return null;
        }
    }

    private static IEnumerable<(int Place, StrangerJson Item)> Habits(StrangerJson root) =>
        root.Has("habits") ? root.Items("habits") : root.AsItems;
}
