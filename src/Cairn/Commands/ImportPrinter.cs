using System.CommandLine;
using System.Globalization;
using Cairn.Transfer;

namespace Cairn.Commands;

/// <summary>What an import says: facts to standard output, everything else to standard error.</summary>
public sealed class ImportPrinter(InvocationConfiguration console, bool json)
{
    private const int ShownSkips = 10;

    public void Refusal(string sentence) => console.Error.WriteLine(sentence);

    public void Preview(ImportReport report) => Write(console.Error, report, "Would add");

    /// <returns>True if the person at the terminal agreed.</returns>
    public bool Ask()
    {
        if (Console.IsInputRedirected)
        {
            console.Error.WriteLine("Nothing was imported: nobody is here to ask. Say --yes to add this.");
            return false;
        }

        console.Error.Write("Add this? [y/N] ");
        var agreed = Console.ReadLine()?.Trim() is "y" or "Y" or "yes" or "j" or "ja";
        if (!agreed)
        {
            console.Error.WriteLine("Nothing was imported.");
        }

        return agreed;
    }

    public void Done(ImportReport report)
    {
        if (json)
        {
            foreach (var warning in report.Warnings)
            {
                console.Error.WriteLine(warning);
            }

            console.Output.WriteLine(ImportJson.Of(report));
        }
        else
        {
            Write(console.Output, report, "Added");
        }
    }

    private static void Write(TextWriter to, ImportReport report, string verb)
    {
        if (report.IsEmpty)
        {
            to.WriteLine("Everything in this file is already here.");
        }
        else
        {
            var days = report.Days is { } range
                ? string.Create(CultureInfo.InvariantCulture, $", {range.First:yyyy-MM-dd} to {range.Last:yyyy-MM-dd}")
                : "";
            to.WriteLine(
                $"{verb}: goals {report.Goals}, steps {report.Steps}, entries {report.Entries} "
                    + $"(wins {report.Wins}, rests {report.Rests}, not today {report.NotToday}{days})."
            );
        }

        foreach (var warning in report.Warnings)
        {
            to.WriteLine(warning);
        }

        if (report.Skipped.Count > 0)
        {
            to.WriteLine($"Not taken over, or not in full: {report.Skipped.Count}.");
        }

        foreach (var skipped in report.Skipped.Take(ShownSkips))
        {
            to.WriteLine($"  {skipped.Row}: {skipped.Why}");
        }

        if (report.Skipped.Count > ShownSkips)
        {
            to.WriteLine($"  … and {report.Skipped.Count - ShownSkips} more; --json lists all of them.");
        }
    }
}
