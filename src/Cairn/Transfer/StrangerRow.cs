using Microsoft.Data.Sqlite;

namespace Cairn.Transfer;

/// <summary>One row of a <see cref="StrangerDatabase"/>. Any value may be of any type there; a wrong one reads as null.</summary>
public readonly struct StrangerRow(SqliteDataReader reader, IReadOnlyList<string> columns)
{
    public long Id => reader.GetInt64(0);

    public long? Whole(string column) =>
        Value(column) switch
        {
            long whole => whole,
            double number when number == Math.Floor(number) && Math.Abs(number) < 1L << 53 => (long)number,
            _ => null,
        };

    public double? Number(string column) =>
        Value(column) switch
        {
            long whole => whole,
            double number when double.IsFinite(number) => number,
            _ => null,
        };

    public string? Text(string column) => Value(column) as string;

    private object? Value(string column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column)
            {
                return reader.GetValue(i + 1);
            }
        }

        return null;
    }
}
