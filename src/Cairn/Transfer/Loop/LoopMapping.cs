using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Transfer.Loop;

/// <summary>
/// From Loop's habits to goals with one step each. What each value says depends on the type of its habit:
/// <c>docs/formats.md</c> has the table.
/// </summary>
public static class LoopMapping
{
    public const string Format = "loop";

    /// <summary>Nobody tracked habits on a phone before; a date outside comes from a broken clock.</summary>
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    private const string YesNoUnit = "times";
    private const double Most = 1_000_000_000;
    private const int MostTimes = 1000;

    /// <param name="backup">What stands in the file.</param>
    /// <param name="today">The person's day; later rows are left for a later import.</param>
    public static Imported Map(LoopBackup backup, DateOnly today)
    {
        var skipped = new List<SkippedRow>();
        var goals = new List<ImportedGoal>();
        var rows = backup.Repetitions.Where(row => row.Habit is not null).ToLookup(row => row.Habit!.Value);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var habit in backup.Habits.OrderBy(habit => habit.Position).ThenBy(habit => habit.Id))
        {
            var goal = Goal(habit, rows[habit.Id], today, skipped);
            if (known.TryAdd(goal.Source, goal.Title))
            {
                goals.Add(goal);
            }
            else
            {
                skipped.Add(new($"Habits {habit.Id}", $"the same habit as {known[goal.Source]}, a second time"));
            }
        }

        var habits = backup.Habits.Select(habit => habit.Id).ToHashSet();
        skipped.AddRange(
            backup
                .Repetitions.Where(row => row.Habit is not { } habit || !habits.Contains(habit))
                .Select(row => new SkippedRow(Name(row), "it belongs to a habit that is not in the file"))
        );
        return new Imported(Format, goals, skipped, [.. Warnings(backup)]);
    }

    private static IEnumerable<string> Warnings(LoopBackup backup)
    {
        if (backup.Version > LoopBackup.NewestVersion)
        {
            yield return $"This backup is of a newer Loop (version {backup.Version}) than Cairn knows "
                + $"({LoopBackup.NewestVersion}). It was read as that version; compare a few days.";
        }

        if (backup.HadWriteAheadLog)
        {
            yield return "This file was kept in write-ahead mode without its second file. If Loop was open when it "
                + "was copied, its newest days may not be in it.";
        }
    }

    private static ImportedGoal Goal(
        LoopHabit habit,
        IEnumerable<LoopRepetition> rows,
        DateOnly today,
        List<SkippedRow> skipped
    )
    {
        var name = $"Habits {habit.Id}";
        var whole = ForeignText.Clean(habit.Name) ?? $"Habit {habit.Id}";
        var title = ForeignText.Cut(whole.ReplaceLineEndings(" "), CairnDb.TitleLength);
        if (whole.Length > CairnDb.TitleLength)
        {
            skipped.Add(new(name, $"only the first {CairnDb.TitleLength} characters of its name were kept"));
        }

        var why = string.Join('\n', Texts(habit.Description, habit.Question));
        if (why.Length > CairnDb.NoteLength)
        {
            skipped.Add(new(name, $"only the first {CairnDb.NoteLength} characters of its description were kept"));
        }

        var dated = OnePerDay([.. rows], today, skipped);
        var former = $"{Format}:{habit.Id}:{whole}";
        var source = ForeignText.Clean(habit.Uuid) is { } uuid ? $"{Format}:{uuid}" : former;
        return new ImportedGoal(
            ForeignText.Cut(source, 300),
            ForeignText.Cut(former, 300),
            title,
            why.Length == 0 ? null : ForeignText.Cut(why, CairnDb.NoteLength),
            Areas.Personal,
            Step(habit, title, dated, skipped)
        );
    }

    private static ImportedStep Step(
        LoopHabit habit,
        string title,
        IReadOnlyList<(LoopRepetition Row, DateOnly Day)> rows,
        List<SkippedRow> skipped
    )
    {
        var counted = habit is { Numerical: true, AtMost: false };
        var unit = ForeignText.Cut(ForeignText.Clean(habit.Unit) ?? YesNoUnit, CairnDb.UnitLength);
        var target = counted && habit.Target is > 0 and <= Most ? habit.Target : 1;
        var (times, perDays) = Frequency(habit);
        return new ImportedStep
        {
            Name = title,
            Unit = counted ? unit : YesNoUnit,
            Scale = counted ? ScaleOf(unit, target, rows) : Scale.Whole,
            Stated = target,
            Pinned = counted ? null : 1,
            Times = times,
            PerDays = perDays,
            Archived = habit.Archived,
            Entries =
            [
                .. rows.Select(row => Entry(habit, target, unit, row.Row, row.Day, skipped)).OfType<ImportedEntry>(),
            ],
        };
    }

    private static ImportedEntry? Entry(
        LoopHabit habit,
        double target,
        string unit,
        LoopRepetition row,
        DateOnly day,
        List<SkippedRow> skipped
    )
    {
        var note = ForeignText.Clean(row.Notes);
        if (note?.Length > CairnDb.NoteLength)
        {
            skipped.Add(new(Name(row), $"only the first {CairnDb.NoteLength} characters of its note were kept"));
            note = ForeignText.Cut(note, CairnDb.NoteLength);
        }

        var entry = new ImportedEntry(Name(row), day, Outcome.Won, Note: note);
        switch (row.Value)
        {
            case LoopRepetition.Skip:
                return entry with { Outcome = Outcome.Rest };
            case LoopRepetition.Unknown:
                return Skip("Loop knew no answer for this day");
            case null or < LoopRepetition.Unknown:
                return Skip("its value is not an amount");
            case { } value when habit.Numerical:
                return value <= Most * LoopRepetition.PerUnit
                    ? Amount(habit, target, unit, value / LoopRepetition.PerUnit, entry)
                    : Skip("its value is too large to be an amount");
            case LoopRepetition.YesManual:
                return entry with { Tier = Tier.Target };
            case LoopRepetition.No:
                return entry with { Outcome = Outcome.NotToday };
            case LoopRepetition.YesAuto:
                return Skip("Loop worked this yes out by itself, nobody said it");
            default:
                return Skip($"{row.Value} has no meaning for a yes-or-no habit");
        }

        ImportedEntry? Skip(string why)
        {
            skipped.Add(new(Name(row), note is null ? why : $"{why}; its note: {note}"));
            return null;
        }
    }

    private static ImportedEntry Amount(LoopHabit habit, double target, string unit, double amount, ImportedEntry entry)
    {
        if (habit.AtMost)
        {
            // Capacity grows with the amount, so a limit is a yes or no; the amount is kept in words.
            var said = string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");
            return entry with
            {
                Outcome = amount <= habit.Target ? Outcome.Won : Outcome.NotToday,
                Tier = amount <= habit.Target ? Tier.Target : null,
                Note = ForeignText.Cut(string.Join('\n', Texts(said, entry.Note)), CairnDb.NoteLength),
            };
        }

        return amount > 0
            ? entry with
            {
                Tier = amount >= target ? Tier.Target : Tier.Floor,
                Amount = amount,
            }
            : entry with
            {
                Outcome = Outcome.NotToday,
            };
    }

    /// <summary>Before version 22 a day could have several rows, or a row no day; the one written last speaks for it.</summary>
    private static List<(LoopRepetition Row, DateOnly Day)> OnePerDay(
        List<LoopRepetition> rows,
        DateOnly today,
        List<SkippedRow> skipped
    )
    {
        var days = new SortedDictionary<DateOnly, LoopRepetition>();
        foreach (var row in rows.OrderBy(row => row.Row))
        {
            if (row.Date is not { } day || day < Earliest)
            {
                skipped.Add(new(Name(row), row.Timestamp is null ? "it has no date" : "its date cannot be right"));
            }
            else if (day > today)
            {
                skipped.Add(new(Name(row), $"its day, {day:yyyy-MM-dd}, is still to come"));
            }
            else
            {
                if (days.TryGetValue(day, out var earlier))
                {
                    skipped.Add(new(Name(earlier), $"another row speaks for the same habit on {day:yyyy-MM-dd}"));
                }

                days[day] = row;
            }
        }

        return [.. days.Select(day => (day.Value, day.Key))];
    }

    private static Scale ScaleOf(string unit, double target, IReadOnlyList<(LoopRepetition Row, DateOnly Day)> rows)
    {
        var usual = Units.ScaleOf(unit);
        var isFraction =
            target != Math.Floor(target)
            || rows.Any(row =>
                row.Row.Value is > LoopRepetition.Skip and var v && v % (long)LoopRepetition.PerUnit != 0
            );
        return usual == Scale.Whole && isFraction ? Scale.Fine : usual;
    }

    private static (int Times, int PerDays) Frequency(LoopHabit habit)
    {
        var (times, days) = (habit.Times, habit.PerDays);
        return times is >= 1 and <= MostTimes && days is >= 1 and <= MostTimes && !times.Equals(days)
            ? ((int)times, (int)days)
            : (1, 1);
    }

    private static IEnumerable<string> Texts(params string?[] texts) =>
        texts.Select(ForeignText.Clean).OfType<string>().Distinct();

    private static string Name(LoopRepetition row) => $"Repetitions {row.Row}";
}
