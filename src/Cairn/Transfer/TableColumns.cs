namespace Cairn.Transfer;

/// <summary>The header of a table: columns are read by name, never by place.</summary>
public sealed class TableColumns
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    public TableColumns(TableRow header)
    {
        for (var place = 0; place < header.Cells.Count; place++)
        {
            places.TryAdd(header.Cells[place].Trim(), place);
        }
    }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!places.ContainsKey(name))
            {
                return false;
            }
        }

        return true;
    }

    public string? Of(TableRow row, string name) => row.At(places.GetValueOrDefault(name, -1));
}
