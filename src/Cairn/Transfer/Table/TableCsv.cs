using Cairn.People;

namespace Cairn.Transfer.Table;

/// <summary>
/// Any table with a column of days: one row for each step and day, or one column for each habit. What the columns
/// are is guessed and asked; what cannot be guessed honestly, such as the order of day and month, must be answered.
/// </summary>
public sealed class TableCsv
{
    public const string Format = "csv";
    private const int Glance = 500;
    private const int MostColumns = 200;
    private const int MostWords = 40;

    private readonly IReadOnlyList<TableRow> rows;
    private readonly IReadOnlyList<TableColumn> columns;

    private TableCsv(IReadOnlyList<TableRow> rows, IReadOnlyList<TableColumn> columns) =>
        (this.rows, this.columns) = (rows, columns);

    /// <returns>Null where no column holds days.</returns>
    public static TableCsv? Read(StrangerTable table)
    {
        var width = Math.Min(
            table.Rows.Take(Glance).Select(row => row.Cells.Count).DefaultIfEmpty().Max(),
            MostColumns
        );
        if (width == 0)
        {
            return null;
        }

        var hasHeader = !table.Rows[0].Cells.Any(cell => DayText.Read(cell, DayText.Order.DayFirst) is not null);
        var body = hasHeader ? [.. table.Rows.Skip(1)] : table.Rows;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<TableColumn>();
        for (var place = 0; place < width; place++)
        {
            var name = hasHeader ? ForeignText.Clean(table.Rows[0].At(place))?.ReplaceLineEndings(" ") : null;
            name = ForeignText.Cut(name ?? $"{place + 1}", 80);
            name = names.Add(name) ? name : $"{name} ({place + 1})";
            found.Add(new TableColumn(place, name, [.. Values(body.Take(Glance), place)]));
        }

        return found.Exists(column => column.HoldsDates) ? new TableCsv(body, found) : null;
    }

    public void Tell(History history)
    {
        var roles = Roles(history);
        var date = columns.FirstOrDefault(column => roles[column] == TableColumn.Date);
        if (date is null)
        {
            history.Warn(TransferWords.NoDateColumn);
            return;
        }

        var days = new TableDays(date, rows, history);
        var cells = new TableCells(
            columns.Where(column => roles[column] is TableColumn.Amount or TableColumn.Outcome or TableColumn.Habit),
            rows,
            history
        );
        if (First(TableColumn.Step) is { } step)
        {
            foreach (var ofStep in rows.GroupBy(row => ForeignText.Clean(row.At(step.Place))))
            {
                if (ofStep.Key is null)
                {
                    Skip(ofStep, TransferWords.NoName, history);
                    continue;
                }

                Add(ofStep.Key, ofStep);
            }
        }
        else if (columns.Any(column => roles[column] == TableColumn.Habit))
        {
            foreach (var habit in columns.Where(column => roles[column] == TableColumn.Habit))
            {
                history.Add(new HabitRows(habit.Name, rows, days, cells, null, habit, null, null).Told(history));
            }
        }
        else
        {
            Add(history.Ask(new("name", TransferWords.AsksName, []) { Guess = date.Name }) ?? date.Name, rows);
        }

        void Add(string name, IEnumerable<TableRow> ofStep) =>
            history.Add(
                new HabitRows(
                    name,
                    ofStep,
                    days,
                    cells,
                    First(TableColumn.Outcome),
                    First(TableColumn.Amount),
                    First(TableColumn.Unit),
                    First(TableColumn.Note)
                ).Told(history)
            );

        TableColumn? First(string role) => columns.FirstOrDefault(column => roles[column] == role);
    }

    internal static IEnumerable<string> Values(IEnumerable<TableRow> rows, int place) =>
        rows.Select(row => row.At(place)?.Trim()).Where(value => value is { Length: > 0 }).Select(value => value!);

    private static void Skip(IEnumerable<TableRow> rows, string why, History history)
    {
        foreach (var row in rows)
        {
            history.Skip(row.Name, why);
        }
    }

    private Dictionary<TableColumn, string> Roles(History history)
    {
        var dates = columns.Where(column => column.HoldsDates).ToList();
        var date = dates.Find(column => column.UsualRole == TableColumn.Date) ?? dates[0];
        var isLong = columns.Any(column => column.UsualRole == TableColumn.Step);
        var isSingle =
            !isLong && !columns.Any(column => column != date && column.UsualRole is null && column.HoldsDays);
        var roles = new Dictionary<TableColumn, string>();
        foreach (var column in columns)
        {
            var usual = column.UsualRole is not (null or TableColumn.Date) && !roles.ContainsValue(column.UsualRole);
            var guess =
                column == date ? TableColumn.Date
                : column.HoldsDates ? TableColumn.Leave
                : usual && (isLong || isSingle || column.UsualRole == TableColumn.Note) ? column.UsualRole!
                : !isLong && column.HoldsDays ? TableColumn.Habit
                : TableColumn.Leave;
            roles[column] =
                history.Ask(
                    new Question(column.Key, History.Say(TransferWords.AsksColumn, column.Name), Choices())
                    {
                        Guess = guess,
                        Sample = column.Values.Count > 0 ? ForeignText.Cut(column.Values[0], 60) : null,
                    }
                ) ?? guess;
        }

        return roles;
    }

    private static List<Choice> Choices() =>
        [
            new(TableColumn.Date, TransferWords.ColumnDate),
            new(TableColumn.Step, TransferWords.ColumnStep),
            new(TableColumn.Amount, TransferWords.ColumnAmount),
            new(TableColumn.Unit, TransferWords.ColumnUnit),
            new(TableColumn.Outcome, TransferWords.ColumnOutcome),
            new(TableColumn.Note, TransferWords.ColumnNote),
            new(TableColumn.Habit, TransferWords.ColumnHabit),
            new(TableColumn.Leave, TransferWords.ColumnLeave),
        ];

    /// <summary>Turns the column of days into days.</summary>
    internal sealed class TableDays
    {
        private readonly TableColumn column;
        private readonly DayText.Order order;
        private readonly TimeZoneInfo? zone;

        public TableDays(TableColumn column, IReadOnlyList<TableRow> rows, History history)
        {
            this.column = column;
            var texts = Values(rows, column.Place).ToList();
            var orders = DayText.Orders(texts);
            order = orders[0];
            if (orders.Count > 1 && texts.Exists(DayText.IsAmbiguous))
            {
                const string MonthFirst = "mdy";
                var answer = history.Ask(
                    new(
                        "dates",
                        TransferWords.AsksDates,
                        [new("dmy", TransferWords.DayFirst), new(MonthFirst, TransferWords.MonthFirst)]
                    )
                    {
                        Guess = "dmy",
                        MustBeAnswered = true,
                        Sample = ForeignText.Cut(texts.Find(DayText.IsAmbiguous)!, 40),
                    }
                );
                order = answer == MonthFirst ? DayText.Order.MonthFirst : DayText.Order.DayFirst;
            }

            if (texts.Exists(IsInstant))
            {
                var answer = history.Ask(
                    new("zone", TransferWords.AsksZone, [])
                    {
                        Guess = history.Zone,
                        MustBeAnswered = true,
                        IsTimeZone = true,
                    }
                );
                zone = TimeZoneInfo.TryFindSystemTimeZoneById(answer!, out var known) ? known : TimeZoneInfo.Utc;
            }
        }

        public DateOnly? Of(TableRow row) =>
            row.At(column.Place) is { } text
            && zone is not null
            && IsInstant(text)
            && Dates.Instant(text) is { Year: > 1 and < 9999 } instant
                ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime)
                : DayText.Read(row.At(column.Place), order);

        /// <summary>Said in UTC, so that the day depends on where the person was.</summary>
        private static bool IsInstant(string text) =>
            text.Length is > 16 and < 40 && text[10] is 'T' or ' ' && text.TrimEnd() is [.., 'Z' or 'z'];
    }

    /// <summary>Turns cells into what they say: known words, numbers, and words that the person explains.</summary>
    internal sealed class TableCells
    {
        private readonly char mark;
        private readonly Dictionary<string, Said?> words = new(StringComparer.OrdinalIgnoreCase);

        public TableCells(IEnumerable<TableColumn> from, IReadOnlyList<TableRow> rows, History history)
        {
            var places = from.Select(column => column.Place).ToList();
            var texts = places.SelectMany(place => Values(rows, place)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var marks = NumberText.Marks(texts);
            mark = marks[0];
            if (marks.Count > 1)
            {
                var sample = texts.First(text => text.Contains('.') || text.Contains(','));
                mark =
                    history.Ask(
                        new(
                            "decimal",
                            TransferWords.AsksDecimal,
                            [new(".", TransferWords.DecimalPoint), new(",", TransferWords.DecimalComma)]
                        )
                        {
                            Guess = ".",
                            MustBeAnswered = true,
                            Sample = ForeignText.Cut(sample, 40),
                        }
                    ) == ","
                        ? ','
                        : '.';
            }

            foreach (var word in texts.Where(text => Wording.Of(text) is null && Number(text) is null).Take(MostWords))
            {
                var name = ForeignText.Cut(ForeignText.Clean(word) ?? "", 60);
                words[word] = Wording.OfAnswer(
                    history.Ask(
                        new(
                            $"value:{name}",
                            History.Say(TransferWords.AsksValue, name),
                            [
                                new("yes", TransferWords.SaysYes),
                                new("no", TransferWords.SaysNo),
                                new("rest", TransferWords.SaysRest),
                                new("leave", TransferWords.SaysLeave),
                            ]
                        )
                        {
                            Guess = "leave",
                        }
                    )
                );
            }
        }

        public (double Number, string? Unit)? Number(string? text) => NumberText.Read(text?.Trim(), mark);

        public Said? Word(string? text) =>
            text?.Trim() is { Length: > 0 } word ? Wording.Of(word) ?? words.GetValueOrDefault(word) : null;
    }
}
