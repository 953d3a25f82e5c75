namespace Cairn.Transfer.Loop;

/// <summary>
/// From Loop's habits to goals with one step each. What each value says depends on the type of its habit:
/// <c>docs/formats.md</c> has the table.
/// </summary>
public static class LoopMapping
{
    public const string Format = "loop";

    public static void Tell(LoopBackup backup, History history)
    {
        Warn(backup, history);
        var rows = backup.Repetitions.Where(row => row.Habit is not null).ToLookup(row => row.Habit!.Value);
        foreach (var habit in backup.Habits.OrderBy(habit => habit.Position).ThenBy(habit => habit.Id))
        {
            var former = $"{Format}:{habit.Id}:{ForeignText.Clean(habit.Name) ?? $"Habit {habit.Id}"}";
            history.Add(
                new TrackedHabit
                {
                    Row = $"Habits {habit.Id}",
                    Source = ForeignText.Clean(habit.Uuid) is { } uuid ? $"{Format}:{uuid}" : former,
                    FormerSource = former,
                    Name = habit.Name,
                    Why = [habit.Description, habit.Question],
                    Measure =
                        !habit.Numerical ? Measure.YesOrNo
                        : habit.AtMost ? Measure.AtMost
                        : Measure.AtLeast,
                    Unit = habit.Unit,
                    Target = habit.Target,
                    Times = habit.Times,
                    PerDays = habit.PerDays,
                    Archived = habit.Archived,
                    Days = rows[habit.Id]
                        .OrderBy(row => row.Row)
                        .Select(row => Day(habit, row, history))
                        .OfType<TrackedDay>(),
                }
            );
        }

        var habits = backup.Habits.Select(habit => habit.Id).ToHashSet();
        foreach (var row in backup.Repetitions.Where(row => row.Habit is not { } habit || !habits.Contains(habit)))
        {
            history.Skip(Name(row), TransferWords.NoSuchHabit);
        }
    }

    /// <summary>What one value says; null, and reported, where it says nothing.</summary>
    /// <param name="value">As Loop stores it: a word for a yes-or-no habit, else thousandths of the unit.</param>
    internal static TrackedDay? Day(
        string row,
        DateOnly? day,
        bool numerical,
        long? value,
        string? notes,
        History history
    )
    {
        var tracked = new TrackedDay(row, day, Said.Yes, Note: notes);
        return value switch
        {
            LoopRepetition.Skip => tracked with { Said = Said.Rest },
            LoopRepetition.Unknown => Skip(TransferWords.LoopKnewNoAnswer),
            null or < LoopRepetition.Unknown => Skip(TransferWords.NotAnAmount),
            { } thousandths when numerical => tracked with
            {
                Said = Said.Amount,
                Amount = thousandths / LoopRepetition.PerUnit,
            },
            LoopRepetition.YesManual => tracked,
            LoopRepetition.No => tracked with { Said = Said.No },
            LoopRepetition.YesAuto => Skip(TransferWords.LoopWorkedItOut),
            _ => Skip(History.Say(TransferWords.NoMeaningForYesOrNo, value)),
        };

        TrackedDay? Skip(string why)
        {
            history.Skip(row, why, notes);
            return null;
        }
    }

    private static TrackedDay? Day(LoopHabit habit, LoopRepetition row, History history) =>
        Day(
            Name(row),
            row.Timestamp is null ? null : row.Date ?? DateOnly.MinValue,
            habit.Numerical,
            row.Value,
            row.Notes,
            history
        );

    private static void Warn(LoopBackup backup, History history)
    {
        if (backup.Version > LoopBackup.NewestVersion)
        {
            history.Warn(History.Say(TransferWords.LoopIsNewer, backup.Version, LoopBackup.NewestVersion));
        }

        if (backup.HadWriteAheadLog)
        {
            history.Warn(TransferWords.WasWriteAhead);
        }
    }

    private static string Name(LoopRepetition row) => $"Repetitions {row.Row}";
}
