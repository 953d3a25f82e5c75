namespace Cairn.Transfer.Table;

/// <summary>The rows of a table that are about one habit.</summary>
internal sealed class HabitRows(
    string name,
    IEnumerable<TableRow> rows,
    TableCsv.TableDays days,
    TableCsv.TableCells cells,
    TableColumn? outcome,
    TableColumn? amount,
    TableColumn? unit,
    TableColumn? note
)
{
    public TrackedHabit Told(History history)
    {
        var told = new Dictionary<DateOnly, TrackedDay>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? itsUnit = null;
        foreach (var row in rows)
        {
            if (Read(row) is not { } day)
            {
                if (note is not null || amount?.Place is { } place && row.At(place) is { Length: > 0 })
                {
                    history.Skip(
                        row.Name,
                        TransferWords.SaysNothing,
                        note is null ? row.At(amount!.Place) : row.At(note.Place)
                    );
                }

                continue;
            }

            itsUnit ??= cells.Number(Cell(row, amount))?.Unit ?? ForeignText.Clean(Cell(row, unit));
            if (day.Day is not { } date || !told.TryGetValue(date, out var earlier))
            {
                told[day.Day ?? DateOnly.MinValue] = day;
                if (day.Day is null)
                {
                    told.Remove(DateOnly.MinValue);
                    history.Skip(row.Name, TransferWords.NoDate, day.Note);
                }
                else
                {
                    seen.Add(Whole(row));
                }
            }
            else if (!seen.Add(Whole(row)))
            {
                history.Skip(row.Name, TransferWords.SameRow);
            }
            else
            {
                told[date] = Both(earlier, day);
            }
        }

        var list = told.Values.OrderBy(day => day.Day).ToList();
        var amounts = list.Where(day => day.Said == Said.Amount).Select(day => day.Amount).ToList();
        var counted = itsUnit is not null || amounts.Exists(value => value is not (0 or 1));
        return new TrackedHabit
        {
            Row = name,
            Source = history.SourceByName(name),
            Name = name,
            Measure = counted ? Measure.AtLeast : Measure.YesOrNo,
            Unit = itsUnit,
            Target = Usual(amounts),
            Days = list,
        };
    }

    /// <summary>A table does not say what was planned: the usual amount, the median, stands for it.</summary>
    private static double Usual(List<double> amounts)
    {
        var some = amounts.Where(value => value > 0).Order().ToList();
        return some.Count == 0 ? 1 : some[some.Count / 2];
    }

    private TrackedDay? Read(TableRow row)
    {
        var day = new TrackedDay(row.Name, days.Of(row), Said.Yes, Note: Cell(row, note));
        var number = cells.Number(Cell(row, amount));
        var word = cells.Word(Cell(row, outcome)) ?? (number is null ? cells.Word(Cell(row, amount)) : null);
        var byOutcome =
            outcome is not null && cells.Number(Cell(row, outcome)) is { } flag ? flag.Number > 0 : (bool?)null;
        return word is Said.No or Said.Rest ? day with { Said = word.Value }
            : byOutcome == false ? day with { Said = Said.No }
            : number is { } value ? day with { Said = Said.Amount, Amount = value.Number }
            : word == Said.Yes || byOutcome == true || (outcome is null && amount is null) ? day
            : null;
    }

    /// <summary>Several rows about one day: amounts add up, a yes stays a yes, and no note is lost.</summary>
    private static TrackedDay Both(TrackedDay earlier, TrackedDay later)
    {
        var note = string.Join('\n', ForeignText.Distinct([earlier.Note, later.Note]));
        var notes = note.Length > 2000 ? earlier.Note : note;
        return (earlier.Said, later.Said) switch
        {
            (Said.Amount, Said.Amount) => earlier with { Amount = earlier.Amount + later.Amount, Note = notes },
            (Said.Amount or Said.Yes, _) => earlier with { Note = notes },
            (_, Said.Amount or Said.Yes) => later with { Note = notes },
            _ => later with { Note = notes },
        };
    }

    private static string? Cell(TableRow row, TableColumn? column) => column is null ? null : row.At(column.Place);

    private static string Whole(TableRow row) => string.Join('\u001F', row.Cells);
}
