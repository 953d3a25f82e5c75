using Microsoft.Data.Sqlite;

namespace Cairn.Transfer.Loop;

/// <summary>
/// Reads a Loop Habit Tracker backup (<c>.db</c>), schema versions 9 to 25, by the columns that are there. The
/// file is a stranger's: it is opened read-only and immutable, so that nothing is written beside it, with limits
/// on memory and work, and refused if it holds anything that could act.
/// </summary>
public static class LoopFile
{
    public const int MostHabits = History.MostHabits;
    public const int MostRepetitions = History.MostEntries;

    /// <exception cref="UnusableFileException">With the sentence for the person.</exception>
    public static LoopBackup Read(string path)
    {
        var header = SqliteHeader.Check(path);
        try
        {
            using var file = StrangerDatabase.Open(path);
            Inspect(file);
            return new LoopBackup((int)file.Number("PRAGMA user_version"), Habits(file), Repetitions(file))
            {
                HadWriteAheadLog = header.WriteAhead,
            };
        }
        catch (SqliteException error)
        {
            throw new UnusableFileException(History.Say(TransferWords.DatabaseDamaged, error.SqliteErrorCode), error);
        }
    }

    private static void Inspect(StrangerDatabase file)
    {
        if (file.Objects.FirstOrDefault(o => o.Type is "trigger" or "view" || o.IsVirtual) is { } strange)
        {
            throw new UnusableFileException(
                History.Say(TransferWords.DatabaseHoldsMore, strange.IsVirtual ? "virtual table" : strange.Type)
            );
        }

        var habits = file.Columns("Habits");
        var repetitions = file.Columns("Repetitions");
        if (!habits.IsSupersetOf(["id", "name"]) || !repetitions.IsSupersetOf(["habit", "timestamp"]))
        {
            throw new UnusableFileException(TransferWords.NotALoopBackup);
        }
    }

    private static List<LoopHabit> Habits(StrangerDatabase file)
    {
        var question = file.Columns("Habits").Contains("question");
        var habits = new List<LoopHabit>();
        foreach (var row in file.Rows("Habits", HabitColumns))
        {
            if (habits.Count == MostHabits)
            {
                throw new UnusableFileException(History.Say(TransferWords.TooManyHabits, MostHabits));
            }

            if (row.Whole("id") is not { } id)
            {
                continue;
            }

            habits.Add(
                new LoopHabit
                {
                    Id = id,
                    Name = row.Text("name"),
                    Description = question ? row.Text("description") : null,
                    Question = question ? row.Text("question") : row.Text("description"),
                    Archived = row.Number("archived") is > 0,
                    Position = row.Number("position") ?? 0,
                    Times = row.Number("freq_num") ?? 1,
                    PerDays = row.Number("freq_den") ?? 1,
                    Numerical = row.Whole("type") is 1,
                    AtMost = row.Whole("target_type") is 1,
                    Target = row.Number("target_value") ?? 0,
                    Unit = row.Text("unit"),
                    Uuid = row.Text("uuid"),
                }
            );
        }

        return habits;
    }

    private static List<LoopRepetition> Repetitions(StrangerDatabase file)
    {
        var hasValues = file.Columns("Repetitions").Contains("value");
        var repetitions = new List<LoopRepetition>();
        foreach (var row in file.Rows("Repetitions", ["habit", "timestamp", "value", "notes"]))
        {
            if (repetitions.Count == MostRepetitions)
            {
                throw new UnusableFileException(History.Say(TransferWords.TooManyEntries, MostRepetitions));
            }

            repetitions.Add(
                new LoopRepetition(
                    row.Id,
                    row.Whole("habit"),
                    row.Whole("timestamp"),
                    hasValues ? row.Whole("value") : LoopRepetition.YesManual,
                    row.Text("notes")
                )
            );
        }

        return repetitions;
    }

    private static readonly string[] HabitColumns =
    [
        "id",
        "name",
        "description",
        "question",
        "archived",
        "position",
        "freq_num",
        "freq_den",
        "type",
        "target_type",
        "target_value",
        "unit",
        "uuid",
    ];
}
