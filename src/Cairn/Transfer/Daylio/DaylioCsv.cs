using Cairn.Transfer.Table;

namespace Cairn.Transfer.Daylio;

/// <summary>
/// Daylio's CSV export, three generations, told apart by the names of the columns. An activity can become a step
/// that was done on each day that names it; which ones, only the person knows.
/// </summary>
public static class DaylioCsv
{
    public const string Format = "daylio";
    public const string AsStep = "step";
    private const string AsNothing = "leave";
    private const int MostActivities = 300;

    public static bool Fits(TableColumns header) => header.Has("mood", "activities", "weekday", "date");

    public static void Tell(StrangerTable table, History history)
    {
        var columns = new TableColumns(table.Rows[0]);
        var moments = table.Rows.Skip(1).Select(row => Moment(row, columns)).ToList();
        var activities = moments
            .SelectMany(moment => moment.Activities)
            .CountBy(activity => activity)
            .OrderByDescending(activity => activity.Value)
            .Take(MostActivities);
        foreach (var (activity, times) in activities)
        {
            var answer = history.Ask(
                new Question(
                    $"activity:{activity}",
                    History.Say(TransferWords.AsksActivity, activity, times),
                    [new(AsStep, TransferWords.ActivityIsStep), new(AsNothing, TransferWords.ActivityIsNone)]
                )
                {
                    Guess = AsNothing,
                }
            );
            if (answer == AsStep)
            {
                history.Add(
                    new TrackedHabit
                    {
                        Row = activity,
                        Source = history.SourceByName(activity),
                        Name = activity,
                        Days = moments
                            .Where(moment => moment.Activities.Contains(activity))
                            .DistinctBy(moment => moment.Day)
                            .Select(moment => new TrackedDay(moment.Row, moment.Day, Said.Yes)),
                    }
                );
            }
        }

        foreach (var undated in moments.Where(moment => moment.Day is null))
        {
            history.Skip(undated.Row, TransferWords.NoDate, undated.Note);
        }

        var kept = moments.Count(moment => moment.Day is not null);
        if (kept > 0)
        {
            history.Warn(History.Say(TransferWords.MoodsLeft, kept));
        }
    }

    private static DaylioMoment Moment(TableRow row, TableColumns columns) =>
        new(
            row.Name,
            Dates.Iso(columns.Of(row, "full_date")) ?? DayText.Read(columns.Of(row, "date"), columns.Of(row, "year")),
            ForeignText.Clean(columns.Of(row, "mood")),
            [
                .. (columns.Of(row, "activities") ?? "")
                    .Split('|', 100)
                    .Select(ForeignText.Clean)
                    .OfType<string>()
                    .Select(activity => ForeignText.Cut(activity.ReplaceLineEndings(" "), 100))
                    .Distinct(StringComparer.Ordinal),
            ],
            DaylioText.Plain(columns.Of(row, "note_title"), columns.Of(row, "note"))
        );
}
