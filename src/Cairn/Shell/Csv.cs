using CsvHelper;

namespace Cairn.Shell;

/// <summary>A table for a spreadsheet. A text that it would run as a formula gets an apostrophe in front.</summary>
public static class Csv
{
    public static byte[] Of(IEnumerable<string> header, IEnumerable<string?[]> rows)
    {
        using var table = new MemoryStream();
        using (
            var csv = CsvWriter.Create(
                table,
                new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true },
                leaveOpen: true
            )
        )
        {
            foreach (var row in rows.Prepend([.. header]))
            {
                foreach (var field in row)
                {
                    csv.WriteField(field);
                }

                csv.EndRecord();
            }
        }

        return table.ToArray();
    }
}
