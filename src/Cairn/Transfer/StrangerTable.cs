using CsvHelper;

namespace Cairn.Transfer;

/// <summary>Delimited text that somebody else wrote: quoted or not, with whatever delimiter, rows of any length.</summary>
public sealed class StrangerTable
{
    public const int MostBytes = 16 * 1024 * 1024;
    private const int MostCells = 4_000_000;
    private const int MostColumns = 1000;
    private const int MostOfOneRow = 1_000_000;
    private const int GuessedFrom = 64 * 1024;
    private const int GuessedRows = 30;
    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    private StrangerTable(string delimiter, IReadOnlyList<TableRow> rows) => (Delimiter, Rows) = (delimiter, rows);

    public string Delimiter { get; }

    /// <summary>Every row with something in it, the header too.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>With the delimiter that cuts the first rows into the most cells of equal number.</summary>
    /// <exception cref="UnusableFileException">It is too large or no table.</exception>
    public static StrangerTable Read(string text)
    {
        var start = text.Length > GuessedFrom ? text[..GuessedFrom] : text;
        return Read(text, Delimiters.MaxBy(delimiter => Fitness(start, delimiter))!);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static StrangerTable Read(string text, string delimiter)
    {
        try
        {
            var cells = 0;
            var rows = new List<TableRow>();
            foreach (var row in Parse(text, delimiter))
            {
                cells += row.Cells.Count;
                if (cells > MostCells || row.Cells.Count > MostColumns)
                {
                    throw new UnusableFileException(TransferWords.TableTooLarge);
                }

                if (row.Cells.Any(cell => cell.Length > 0))
                {
                    rows.Add(row);
                }
            }

            return new StrangerTable(delimiter, rows);
        }
        catch (CsvFormatException error)
        {
            throw new UnusableFileException(TransferWords.TableDamaged, error);
        }
    }

    private static int Fitness(string start, string delimiter)
    {
        try
        {
            var counts = Parse(start, delimiter).Take(GuessedRows).Select(row => row.Cells.Count).ToList();
            return counts.Count == 0 || counts[0] == 1
                ? 0
                : (100 * counts.Count(count => count == counts[0]) / counts.Count) + Math.Min(counts[0], 20);
        }
        catch (CsvFormatException)
        {
            return 0;
        }
    }

    private static IEnumerable<TableRow> Parse(string text, string delimiter)
    {
        using var reader = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = delimiter[0],
                HasHeader = false,
                MaxRecordSize = MostOfOneRow,
                TrackLineNumbers = true,
                IncludeValuesInExceptions = false,
                PoolStrings = true,
            }
        );
        while (reader.Read())
        {
            yield return new TableRow((int)reader.LineNumber, reader.Current.ToArray());
        }
    }
}

/// <param name="Line">The line of the file on which it begins, for a person to find.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    public string Name => History.Say(TransferWords.Line, Line);

    /// <summary>Nothing where the row is shorter, or there is no such column.</summary>
    public string? At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : null;
}
