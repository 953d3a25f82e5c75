using System.Globalization;

namespace Cairn.Transfer.Loop;

/// <summary>
/// Loop's CSV export, a zip with a folder for each habit. From 2.3.1 on values are words and habits have a type;
/// before, values are numbers, there is no header, and the type shows in the values only.
/// </summary>
public sealed class LoopCsv
{
    public const string Format = "loop-csv";
    private const string HabitsName = "Habits.csv";
    private const string DaysName = "Checkmarks.csv";

    private readonly StrangerTable habits;
    private readonly Dictionary<string, StrangerTable> days = new(StringComparer.Ordinal);

    private LoopCsv(StrangerTable habits) => this.habits = habits;

    public static bool Fits(StrangerZip zip) => zip.Find(HabitsName) is not null;

    public static LoopCsv Read(StrangerZip zip)
    {
        var root = zip.Find(HabitsName)!;
        var folder = root[..^HabitsName.Length];
        var file = new LoopCsv(Table(zip, root));
        foreach (var name in zip.Names)
        {
            var parts = name.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
                ? name[folder.Length..].Split('/')
                : [];
            if (
                parts is [{ Length: >= 3 } habit, var part]
                && part.Equals(DaysName, StringComparison.OrdinalIgnoreCase)
            )
            {
                file.days.TryAdd(habit[..3], Table(zip, name)); // by its number: the name may have lost its letters
            }
        }

        return file;
    }

    public void Tell(History history)
    {
        if (habits.Rows.Count == 0)
        {
            return;
        }

        var columns = new TableColumns(habits.Rows[0]);
        foreach (var row in habits.Rows.Skip(1))
        {
            var position = columns.Of(row, "Position")?.Trim() ?? "";
            if (!days.TryGetValue(position, out var table))
            {
                history.Skip(row.Name, TransferWords.NoDaysOfHabit, columns.Of(row, "Name"));
            }

            Tell(row, columns, position, table?.Rows ?? [], history);
        }
    }

    private static void Tell(
        TableRow row,
        TableColumns columns,
        string position,
        IReadOnlyList<TableRow> days,
        History history
    )
    {
        var name = ForeignText.Clean(columns.Of(row, "Name"));
        var rows = days.Where(day => !IsHeader(day)).ToList();
        var numerical = IsNumerical(columns.Of(row, "Type"), name, rows, history);
        history.Add(
            new TrackedHabit
            {
                Row = $"{HabitsName} {row.Name}",
                Source = history.SourceByName(name),
                Name = name,
                Why = [columns.Of(row, "Description"), columns.Of(row, "Question")],
                Measure =
                    !numerical ? Measure.YesOrNo
                    : columns.Of(row, "Target Type") == "AT_MOST" ? Measure.AtMost
                    : Measure.AtLeast,
                Unit = columns.Of(row, "Unit"),
                Target = Number(columns.Of(row, "Target Value")) ?? 0,
                Times = Number(columns.Of(row, "FrequencyNumerator") ?? columns.Of(row, "NumRepetitions")) ?? 1,
                PerDays = Number(columns.Of(row, "FrequencyDenominator") ?? columns.Of(row, "Interval")) ?? 1,
                Archived = columns.Of(row, "Archived?") == "true",
                Days = rows.Select(day => Day(position, day, numerical, history)).OfType<TrackedDay>(),
            }
        );
    }

    /// <summary>The older generation does not say; a value that no yes-or-no habit has decides, and the person may.</summary>
    private static bool IsNumerical(string? type, string? name, List<TableRow> days, History history)
    {
        if (type is not null)
        {
            return type.Trim() == "NUMERICAL";
        }

        if (!days.Exists(day => Value(day) is < LoopRepetition.Unknown or > LoopRepetition.Skip))
        {
            return false;
        }

        const string Amount = "amount";
        return history.Ask(
                new Question(
                    $"type:{name}",
                    History.Say(TransferWords.AsksType, name),
                    [new(Amount, TransferWords.IsAmount), new("yes-no", TransferWords.IsYesOrNo)]
                )
                {
                    Guess = Amount,
                    MustBeAnswered = true,
                }
            ) == Amount;
    }

    private static TrackedDay? Day(string position, TableRow day, bool numerical, History history) =>
        LoopMapping.Day(
            $"{position} {DaysName} {day.Name}",
            Dates.Iso(day.At(0)),
            numerical,
            Value(day),
            day.At(2),
            history
        );

    private static long? Value(TableRow day) =>
        day.At(1)?.Trim() switch
        {
            "YES_MANUAL" => LoopRepetition.YesManual,
            "YES_AUTO" => LoopRepetition.YesAuto,
            "NO" => LoopRepetition.No,
            "SKIP" => LoopRepetition.Skip,
            "UNKNOWN" => LoopRepetition.Unknown,
            var text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : null,
        };

    private static bool IsHeader(TableRow row) => row.At(0)?.Trim() == "Date";

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private static StrangerTable Table(StrangerZip zip, string name) =>
        StrangerTable.Read(StrangerText.Decode(zip.Read(name, StrangerTable.MostBytes)), ",");
}
