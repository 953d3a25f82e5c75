using System.CommandLine;
using System.Globalization;
using Cairn.Transfer;

namespace Cairn.Commands;

/// <summary>What an import says: facts to standard output, everything else to standard error.</summary>
public sealed class ImportPrinter(InvocationConfiguration console, bool json)
{
    private const int ShownSkips = 10;
    private const int ShownQuestions = 40;

    public void Refusal(string sentence) => console.Error.WriteLine(sentence);

    /// <summary>Says what has to be answered by <c>--map</c> first, or was answered as nobody asked.</summary>
    /// <returns>True if there is such a thing.</returns>
    public bool OpenQuestions(ImportReport preview, Answers answers)
    {
        var asked = preview.Questions.Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        var unasked = answers.Keys.Where(key => !asked.Contains(key)).ToList();
        foreach (var key in unasked)
        {
            console.Error.WriteLine($"Nothing was imported: this file does not ask for {key}.");
        }

        var open = preview
            .Questions.Where(q => q.IsOpen || (q.Answer is null && answers.To(q.Key) is not null))
            .ToList();
        foreach (var question in open)
        {
            console.Error.WriteLine($"Nothing was imported: {Line(question)}");
        }

        return unasked.Count + open.Count > 0;
    }

    /// <summary>Shows what would be added.</summary>
    /// <returns>True if the person at the terminal agreed.</returns>
    public bool Ask(ImportReport preview)
    {
        Write(console.Error, preview, "Would add");
        foreach (var question in preview.Questions.Take(ShownQuestions))
        {
            console.Error.WriteLine($"  {Line(question)}");
        }

        if (preview.Questions.Count > ShownQuestions)
        {
            console.Error.WriteLine($"  … and {preview.Questions.Count - ShownQuestions} more such questions.");
        }

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

    private static string Line(Question question)
    {
        var choices = string.Join(" | ", question.Choices.Select(choice => choice.Value));
        var sample = question.Sample is { } stands ? $" There it says: {stands}." : "";
        return $"{question.Asks}{sample} --map \"{question.Key}={(choices.Length > 0 ? choices : question.Taken)}\""
            + (question.IsOpen || choices.Length == 0 ? "" : $", now {question.Taken}");
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
