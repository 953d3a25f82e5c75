using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Transfer;

/// <summary>
/// Gathers what a file tells, in Cairn's words, and keeps account of what it could not take. Every format tells
/// its habits to one of these, so that a day to come, a name too long or an amount that cannot be is treated the
/// same wherever it comes from.
/// </summary>
/// <param name="format">Short name of the format, such as <c>loop</c>.</param>
/// <param name="today">The person's day; later rows are left for a later import.</param>
/// <param name="zone">The person's time zone, a guess for files that do not name theirs.</param>
public sealed class History(string format, DateOnly today, string zone, Answers answers)
{
    public const int MostHabits = 10_000;
    public const int MostEntries = 1_000_000;
    private const int MostNamed = 10_000;
    private const int ShownOfNote = 300;
    private const int LongestJoined = 1000;
    private const int MostTimes = 1000;
    private const int SourceLength = 300;
    private const string TaskUnit = "min";
    private const double UsualMinutes = 15;
    private const double MostMinutes = 24 * 60;

    /// <summary>Nobody tracked habits on a device before; a date outside comes from a broken clock.</summary>
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    private readonly List<ImportedGoal> goals = [];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly List<SkippedRow> skipped = [];
    private readonly List<string> warnings = [];
    private readonly List<Question> questions = [];
    private int unnamed;
    private int entries;
    private int taskCount;

    public const string YesNoUnit = "times";

    public DateOnly Today => today;

    public string Zone => zone;

    public static Imported Of(string format, DateOnly today, string zone, Answers answers, Action<History> tell)
    {
        var history = new History(format, today, zone, answers);
        tell(history);
        return history.Told();
    }

    /// <returns>The answer, or else the guess, or else nothing.</returns>
    public string? Ask(Question question)
    {
        var answered = question with
        {
            Answer = answers.To(question.Key) is { } answer && question.Allows(answer) ? answer : null,
        };
        questions.Add(answered);
        return answered.Taken;
    }

    public void Warn(string sentence) => warnings.Add(sentence);

    /// <param name="note">What the person wrote there, so that it is not lost unseen.</param>
    public void Skip(string row, string why, string? note = null)
    {
        if (skipped.Count < MostNamed)
        {
            var said = ForeignText.Clean(note) is { } kept
                ? Say(TransferWords.ItsNote, why, ForeignText.Cut(kept, ShownOfNote))
                : why;
            skipped.Add(new(row, said));
        }
        else
        {
            unnamed++;
        }
    }

    /// <summary>A source for a habit that has nothing but its name: the second of a name is told from the first.</summary>
    public string SourceByName(string? name)
    {
        var first = ForeignText.Cut($"{format}:{name}", SourceLength - 10);
        var number = names[first] = names.GetValueOrDefault(first) + 1;
        return number == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}#{number}");
    }

    public void Add(TrackedHabit habit)
    {
        if (goals.Count == MostHabits)
        {
            throw new UnusableFileException(Say(TransferWords.TooManyHabits, MostHabits));
        }

        var whole = ForeignText.Clean(habit.Name) ?? Say(TransferWords.Nameless, goals.Count + 1);
        var title = ForeignText.Cut(whole.ReplaceLineEndings(" "), CairnDb.TitleLength);
        if (whole.Length > CairnDb.TitleLength)
        {
            Skip(habit.Row, Say(TransferWords.NameCut, CairnDb.TitleLength));
        }

        var why = string.Join('\n', ForeignText.Distinct(habit.Why));
        if (why.Length > CairnDb.NoteLength)
        {
            Skip(habit.Row, Say(TransferWords.WhyCut, CairnDb.NoteLength));
        }

        var source = ForeignText.Cut(habit.Source, SourceLength);
        if (!known.TryAdd(source, title))
        {
            Skip(habit.Row, Say(TransferWords.SameHabit, known[source]));
            return;
        }

        var former = habit.FormerSource is { } name ? ForeignText.Cut(name, SourceLength) : null;
        goals.Add(
            new ImportedGoal(
                source,
                former,
                title,
                why.Length == 0 ? null : ForeignText.Cut(why, CairnDb.NoteLength),
                habit.Area,
                [Step(habit, title, OnePerDay(habit.Days))]
            )
        );
    }

    public void Add(TrackedGoal goal)
    {
        var (before, title) = (goals.Count, ForeignText.Clean(goal.Title));
        Add(
            new TrackedHabit
            {
                Row = goal.Row,
                Source = SourceByName(title),
                Name = title,
                Why = goal.Why,
                Area = goal.Area,
                Days = [],
            }
        );
        if (goals.Count > before)
        {
            var tasks = goal.Tasks.Count > 0 ? goal.Tasks : [new TrackedTask(title)];
            goals[^1] = goals[^1] with
            {
                Steps =
                [
                    .. tasks
                        .Where(task => ForeignText.Clean(task.Name) is not null)
                        .Select(task => Task(goals[^1], task))
                        .DistinctBy(step => step.Source),
                ],
            };
        }
    }

    private ImportedStep Task(ImportedGoal goal, TrackedTask task)
    {
        if (++taskCount > MostHabits)
        {
            throw new UnusableFileException(Say(TransferWords.TooManyHabits, MostHabits));
        }

        var name = ForeignText.Cut(ForeignText.Clean(task.Name)!.ReplaceLineEndings(" "), CairnDb.TitleLength);
        return new ImportedStep
        {
            Kind = StepKind.Task,
            Source = ForeignText.Cut($"{goal.Source}/{name}", SourceLength),
            Name = name,
            Unit = TaskUnit,
            Scale = Scale.Minutes,
            Stated = task.Minutes is { } minutes and >= 1 and <= MostMinutes ? minutes : UsualMinutes,
            Entries = [],
        };
    }

    public Imported Told()
    {
        if (unnamed > 0)
        {
            skipped.Add(new("…", Say(TransferWords.AndMoreLikeThese, unnamed)));
        }

        return new Imported(format, goals, skipped, warnings) { Questions = questions };
    }

    internal static string Say(string words, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, words, values);

    private ImportedStep Step(TrackedHabit habit, string title, IReadOnlyList<TrackedDay> days)
    {
        var counted = habit.Measure == Measure.AtLeast;
        var unit = ForeignText.Cut(
            ForeignText.Clean(habit.Unit)?.ReplaceLineEndings(" ") ?? YesNoUnit,
            CairnDb.UnitLength
        );
        var target = counted && Amount.IsPlan(habit.Target) ? habit.Target : 1;
        var stretch =
            counted && habit.Stretch is { } more && Amount.IsPlan(more) && more > target ? habit.Stretch : null;
        var often = habit.Times is >= 1 and <= MostTimes && habit.PerDays is >= 1 and <= MostTimes;
        return new ImportedStep
        {
            Name = title,
            Unit = counted ? unit : YesNoUnit,
            Scale = counted ? Amount.ScaleOf(unit, target, days) : Scale.Whole,
            Stated = target,
            Stretch = stretch,
            Pinned = counted ? null : 1,
            Times = often && !habit.Times.Equals(habit.PerDays) ? (int)habit.Times : 1,
            PerDays = often && !habit.Times.Equals(habit.PerDays) ? (int)habit.PerDays : 1,
            Cue = ForeignText.Clean(habit.Cue) is { } cue
                ? ForeignText.Cut(cue.ReplaceLineEndings(" "), CairnDb.TitleLength)
                : null,
            Archived = habit.Archived,
            Entries = [.. days.Select(day => Entry(habit, target, stretch, unit, day)).OfType<ImportedEntry>()],
        };
    }

    private ImportedEntry? Entry(TrackedHabit habit, double target, double? stretch, string unit, TrackedDay day)
    {
        var note = ForeignText.Clean(day.Note);
        if (note?.Length > CairnDb.NoteLength)
        {
            Skip(day.Row, Say(TransferWords.NoteCut, CairnDb.NoteLength));
            note = ForeignText.Cut(note, CairnDb.NoteLength);
        }

        if (++entries > MostEntries)
        {
            throw new UnusableFileException(Say(TransferWords.TooManyEntries, MostEntries));
        }

        var entry = new ImportedEntry(day.Row, day.Day!.Value, Outcome.Won, Note: note);
        switch (day.Said)
        {
            case Said.Rest:
                return entry with { Outcome = Outcome.Rest };
            case Said.No:
                return entry with { Outcome = Outcome.NotToday };
            case Said.Amount when !Amount.Can(day.Amount):
                Skip(day.Row, day.Amount > 0 ? TransferWords.AmountTooLarge : TransferWords.NotAnAmount, note);
                return null;
            case Said.Amount when habit.Measure != Measure.YesOrNo:
                var planned = day.Planned is { } plan && Amount.IsPlan(plan) ? plan : (double?)null;
                return habit.Measure == Measure.AtMost
                    ? Within(planned ?? habit.Target, unit, day.Amount, entry)
                    : Reached(planned ?? target, stretch, day.Amount, entry with { Planned = planned });
            case Said.Amount when day.Amount <= 0:
                return entry with { Outcome = Outcome.NotToday };
            default:
                return entry with { Tier = Tier.Target };
        }
    }

    private static ImportedEntry Reached(double target, double? stretch, double amount, ImportedEntry entry) =>
        amount > 0
            ? entry with
            {
                Tier =
                    amount >= stretch ? Tier.Stretch
                    : amount >= target ? Tier.Target
                    : Tier.Floor,
                Amount = amount,
            }
            : entry with
            {
                Outcome = Outcome.NotToday,
            };

    /// <summary>Capacity grows with the amount, so a limit is a yes or no; the amount is kept in words.</summary>
    private static ImportedEntry Within(double limit, string unit, double amount, ImportedEntry entry)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");
        return entry with
        {
            Outcome = amount <= limit ? Outcome.Won : Outcome.NotToday,
            Tier = amount <= limit ? Tier.Target : null,
            Note = ForeignText.Cut(string.Join('\n', ForeignText.Distinct([said, entry.Note])), CairnDb.NoteLength),
        };
    }

    private List<TrackedDay> OnePerDay(IEnumerable<TrackedDay> rows)
    {
        var days = new SortedDictionary<DateOnly, TrackedDay>();
        foreach (var row in rows)
        {
            if (row.Day is not { } day)
            {
                Skip(row.Row, TransferWords.NoDate, row.Note);
            }
            else if (day < Earliest)
            {
                Skip(row.Row, TransferWords.DateCannotBe, row.Note);
            }
            else if (day > today)
            {
                Skip(row.Row, Say(TransferWords.DayToCome, Iso(day)), row.Note);
            }
            else if (days.TryGetValue(day, out var earlier))
            {
                Skip(earlier.Row, Say(TransferWords.AnotherRow, Iso(day)));
                days[day] = row with { Note = Joined(earlier.Note, row.Note) };
            }
            else
            {
                days[day] = row;
            }
        }

        return [.. days.Values];
    }

    /// <summary>Two rows about one day: neither note is lost, as long as they are notes and not a flood.</summary>
    private static string? Joined(string? earlier, string? later) =>
        string.IsNullOrWhiteSpace(later) || later == earlier ? earlier
        : string.IsNullOrWhiteSpace(earlier) || earlier.Length > LongestJoined ? later
        : $"{earlier}\n{later}";

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
