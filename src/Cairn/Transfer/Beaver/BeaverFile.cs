namespace Cairn.Transfer.Beaver;

/// <summary>A JSON export of Beaver Habits: each habit with its days.</summary>
public static class BeaverFile
{
    public const string Format = "beaver";
    private const string SkipTag = "#skip";

    /// <summary>A name and a list of records is all that such a file needs.</summary>
    public static bool Fits(StrangerJson root) => root.Items("habits").Any(habit => habit.Item.Has("records"));

    public static void Tell(StrangerJson root, History history)
    {
        foreach (var (place, habit) in root.Items("habits"))
        {
            var row = $"habits[{place}]";
            if (habit.Text("status") == "soft_delete")
            {
                history.Skip(row, TransferWords.WasDeleted, habit.Text("name"));
                continue;
            }

            var name = ForeignText.Clean(habit.Text("name"));
            var byName = history.SourceByName(name);
            var id = ForeignText.Clean(habit.Text("id"));
            var period = habit.Member("period");
            history.Add(
                new TrackedHabit
                {
                    Row = row,
                    Source = id is null ? byName : $"{Format}:{id}",
                    FormerSource = byName,
                    Name = name,
                    Times = period.Number("target_count") ?? 1,
                    PerDays = (period.Number("period_count") ?? 1) * DaysOf(period.Text("period_type")),
                    Archived = habit.Text("status") == "archive",
                    Days = habit.Items("records").Select(record => Day(row, record, history)).OfType<TrackedDay>(),
                }
            );
        }
    }

    private static TrackedDay? Day(string habit, (int Place, StrangerJson Item) record, History history)
    {
        var row = $"{habit}.records[{record.Place}]";
        var text = record.Item.Text("text");
        var day = new TrackedDay(row, Dates.Iso(record.Item.Text("day")), Said.Yes, Note: text);
        if (record.Item.Flag("done") is not { } done)
        {
            history.Skip(row, TransferWords.SaysNothing, text);
            return null;
        }

        return done ? day
            : text?.Contains(SkipTag, StringComparison.OrdinalIgnoreCase) == true
                ? day with
                {
                    Said = Said.Rest,
                    Note = text.Replace(SkipTag, "", StringComparison.OrdinalIgnoreCase),
                }
            : day with { Said = Said.No };
    }

    private static int DaysOf(string? period) =>
        period switch
        {
            "W" => 7,
            "M" => 30,
            "Y" => 365,
            _ => 1,
        };
}
