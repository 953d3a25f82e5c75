using CsvHelper;

namespace Cairn.Shell;

/// <summary>Tables for a spreadsheet. A text that it would run as a formula gets an apostrophe in front.</summary>
public static class Csv
{
    public static byte[] Of(IEnumerable<string> header, IEnumerable<string?[]> rows)
    {
        using var table = new MemoryStream();
        Write(table, header, rows);
        return table.ToArray();
    }

    /// <summary>UTF-8 with a mark, so that a spreadsheet knows; the stream stays open.</summary>
    /// <returns>How many rows there are below the header.</returns>
    public static int Write(Stream to, IEnumerable<string> header, IEnumerable<string?[]> rows)
    {
        var count = -1;
        using var csv = CsvWriter.Create(
            to,
            new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true },
            leaveOpen: true
        );
        foreach (var row in rows.Prepend([.. header]))
        {
            foreach (var field in row)
            {
                csv.WriteField(field);
            }

            csv.EndRecord();
            count++;
        }

        return count;
    }
}
