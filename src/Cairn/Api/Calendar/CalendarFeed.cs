using System.Globalization;
using System.Text;
using Cairn.Data;
using Cairn.People;

namespace Cairn.Api.Calendar;

/// <summary>
/// The planned days of practices as a calendar (RFC 5545): one event for each day, so that rests, pauses and rhythms are in it as they
/// are. Times are floating: they are those of the person's wall, wherever the calendar is looked at. Names only, no note and no why.
/// </summary>
public static class CalendarFeed
{
    public const int DaysAhead = 56;

    private const int LongestLine = 75;

    public static string PathOf(string secret) => $"/calendar/{secret}.ics";

    /// <param name="records">What counts of the person's last weeks.</param>
    /// <param name="today">Their day.</param>
    /// <param name="now">The instant.</param>
    public static string Of(Records records, DateOnly today, DateTimeOffset now)
    {
        var calendar = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Cairn//Steps//EN");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line("X-WR-CALNAME:Cairn");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        foreach (var day in Enumerable.Range(0, DaysAhead).Select(today.AddDays))
        {
            foreach (var step in PlannedOn(records, day))
            {
                Line("BEGIN:VEVENT");
                Line(string.Create(CultureInfo.InvariantCulture, $"UID:{step.Id:N}-{day:yyyyMMdd}@cairn"));
                Line(string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
                Line(
                    step.Version.Time is { } time
                        ? string.Create(CultureInfo.InvariantCulture, $"DTSTART:{day:yyyyMMdd}T{time:HHmmss}")
                        : string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}")
                );
                Line($"SUMMARY:{Escaped(step.Version.Name)}");
                Line("TRANSP:TRANSPARENT");
                Line("END:VEVENT");
            }
        }

        Line("END:VCALENDAR");
        return calendar.ToString();

        void Line(string text) => Folded(calendar, text);
    }

    /// <summary>Of so many times a week no single day is planned; what is free, off or paused is not there.</summary>
    private static IEnumerable<LivedStep> PlannedOn(Records records, DateOnly day) =>
        records
            .StepsOn(day)
            .Where(step => step.Step.Kind == StepKind.Practice)
            .Where(step => records.IsNamed(step, day) && !records.IsFree(step, day) && !records.IsOff(step, day))
            .OrderBy(step => step.Version.Time is null)
            .ThenBy(step => step.Version.Time)
            .ThenBy(step => step.Step.Position);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line has at most 75 bytes; what is left goes on below, after a blank. No letter is cut in two.</summary>
    private static void Folded(StringBuilder calendar, string text)
    {
        var bytes = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            if (bytes + letter.Utf8SequenceLength > LongestLine)
            {
                calendar.Append("\r\n ");
                bytes = 1;
            }

            calendar.Append(letter.ToString());
            bytes += letter.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }
}
