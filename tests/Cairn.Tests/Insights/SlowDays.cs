using System.Globalization;
using Cairn.Data;
using Cairn.Harness;

namespace Cairn.Insights;

/// <summary>
/// What Insights takes from a day, read from raw rows by looking through them for each question: nothing of the program but the rows, and
/// rhythms from their texts.
/// </summary>
internal sealed class SlowDays(
    Person person,
    IReadOnlyList<Step> steps,
    IReadOnlyList<StepVersion> versions,
    IEnumerable<Entry> allEntries,
    IEnumerable<DayWord> allWords
)
{
    private readonly ILookup<DateOnly, Entry> entries = allEntries
        .Where(entry => entry.SupersededBy is null)
        .ToLookup(entry => entry.Day);

    /// <summary>In the order in which they were said.</summary>
    private readonly ILookup<DateOnly, DayWord> words = allWords
        .Where(word => word.SupersededBy is null)
        .OrderBy(word => word.At)
        .ThenBy(word => word.Id)
        .ToLookup(word => word.Day);

    private readonly List<Pause> pauses = [.. allWords.OfType<Pause>().Where(word => word.SupersededBy is null)];

    private readonly List<Experiment> tests =
    [
        .. allWords.OfType<Experiment>().Where(word => word.SupersededBy is null),
    ];

    /// <summary>What can be done again and is not put away.</summary>
    public List<Guid> Actions(DateOnly today) =>
        [
            .. steps
                .Where(step => step.Kind != StepKind.Task && On(step.Id, today) is { Archived: false })
                .Select(step => step.Id),
        ];

    public int? Evening(DateOnly day)
    {
        int? rating = null;
        foreach (var word in words[day])
        {
            if (word is CheckIn checkIn && checkIn.Answers.TryGetValue("mood", out var answer))
            {
                rating = answer.Rating;
            }
        }

        return rating;
    }

    /// <summary>Said on the day itself, before its first win and before the person's evening.</summary>
    public int? Morning(DateOnly day)
    {
        foreach (var word in words[day])
        {
            if (word is DayReport report)
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(person.Zone);
                var clock = TimeZoneInfo.ConvertTime(report.At, zone).DateTime;
                var isMorning = day.ToDateTime(person.DayStart) <= clock && clock < day.ToDateTime(person.Evening);
                var isFirst =
                    !entries[day].Any(entry => IsWin(entry) && entry.At < report.At)
                    && !words[day].Any(other => other is NoticedWin && other.At < report.At);
                return isMorning && isFirst ? (int)report.Feel : null;
            }
        }

        return null;
    }

    /// <summary>Yes, no, or not known: a day without a sign, before the step began, put away or waiting.</summary>
    public bool? Done(Guid step, DateOnly day)
    {
        if (Won(step, day))
        {
            return true;
        }

        if (On(step, day) is not { Archived: false })
        {
            return null;
        }

        var isAnswered = entries[day]
            .Any(entry => entry.StepId == step && entry.Kind != StepKind.Moment && entry.Outcome != Outcome.TakenBack);
        return isAnswered || (WasHere(day) && !Waits(step, day)) ? false : null;
    }

    /// <summary>Of what was planned, the part that was won; not known of days without a sign or without a plan.</summary>
    public double? Share(DateOnly day)
    {
        var (planned, won) = (0.0, 0);
        foreach (var step in steps)
        {
            if (step.Kind == StepKind.Practice && Part(step.Id, day) is > 0 and var part)
            {
                planned += part;
                won += Won(step.Id, day) ? 1 : 0;
            }
        }

        return planned > 0 && WasHere(day) ? Math.Min(1, won / planned) : null;
    }

    /// <summary>Somebody was here, and said nothing about a step that its rhythm names for this day; of its first day nothing is said.</summary>
    public IEnumerable<StepVersion> Unsaid(DateOnly day)
    {
        foreach (var step in steps)
        {
            var isSaid = entries[day].Any(entry => entry.StepId == step.Id && entry.Outcome != Outcome.TakenBack);
            var isFirst = !versions.Any(version => version.StepId == step.Id && version.From < day);
            if (
                step.Kind == StepKind.Practice
                && WasHere(day)
                && !isSaid
                && !isFirst
                && On(step.Id, day) is { } version
                && !Rhythm(version).Contains('/', StringComparison.Ordinal) // so many times a week name no day
                && Part(step.Id, day) > 0
            )
            {
                yield return version;
            }
        }
    }

    /// <summary>How much of one time is planned: 1 on a named day, 3/7 of "three times a week", nothing on what is free or off.</summary>
    private double Part(Guid step, DateOnly day)
    {
        if (On(step, day) is not { Archived: false } version || IsOff(step, day))
        {
            return 0;
        }

        switch (Rhythm(version).Split(' ', '/'))
        {
            case ["none"]:
                return 0;
            case ["daily"]:
                return 1;
            case ["every", var days, "days"]:
                return (day.DayNumber - Began(version).DayNumber) % Number(days) == 0 ? 1 : 0;
            case [var times, "week"]:
                return Number(times) / 7.0;
            case [var times, var days, "days"]:
                return Number(times) / (double)Number(days);
            case var named:
                var today = day.ToString("ddd", CultureInfo.InvariantCulture);
                return named.Contains(today, StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        }

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>Where the text does not say it, two numbers do.</summary>
    private static string Rhythm(StepVersion version) =>
        version.Days
        ?? (
            version.Times >= version.PerDays
                ? "daily"
                : string.Create(CultureInfo.InvariantCulture, $"{version.Times}/{version.PerDays} days")
        );

    /// <summary>A new name does not begin the days of "every three days" anew; a new rhythm does.</summary>
    private DateOnly Began(StepVersion version)
    {
        var began = version.From;
        for (var number = version.Number - 1; number > 0; number--)
        {
            var before = versions.Single(other => other.StepId == version.StepId && other.Number == number);
            if (Rhythm(before) != Rhythm(version))
            {
                break;
            }

            began = before.From < began ? before.From : began;
        }

        return began;
    }

    /// <summary>A rest or a reserve of the step or of the whole day, a pause, or the coin says to leave it.</summary>
    private bool IsOff(Guid step, DateOnly day) =>
        Waits(step, day)
        || words[day].Any(word => word is DayOff)
        || entries[day].Any(entry => entry.StepId == step && entry.Outcome is Outcome.Rest or Outcome.Reserve)
        || tests.Exists(test =>
            test.StepId == step && test.Day <= day && day <= test.Last && !new SlowCoin(test.Day, test.Seed).Asks(day)
        );

    /// <summary>The step, its goal or everything is paused.</summary>
    private bool Waits(Guid step, DateOnly day)
    {
        var goal = steps.Single(one => one.Id == step).GoalId;
        return pauses.Exists(pause =>
            pause.Day <= day
            && (pause.Until is null || day <= pause.Until)
            && (pause.StepId is null || pause.StepId == step)
            && (pause.GoalId is null || pause.GoalId == goal)
        );
    }

    /// <summary>Something was said; a file from elsewhere says nothing about who was there.</summary>
    private bool WasHere(DateOnly day) =>
        entries[day].Any(entry => entry.Outcome != Outcome.TakenBack && entry.Source is null)
        || words[day].Any(word => word is CheckIn or DayReport or NoticedWin or TimerStart);

    private bool Won(Guid step, DateOnly day) => entries[day].Any(entry => entry.StepId == step && IsWin(entry));

    private static bool IsWin(Entry entry) => entry.Outcome == Outcome.Won;

    /// <summary>As it was on a day: of all versions from before, the one that was written last.</summary>
    private StepVersion? On(Guid step, DateOnly day)
    {
        StepVersion? last = null;
        foreach (var version in versions)
        {
            if (version.StepId == step && version.From <= day && (last is null || version.Number > last.Number))
            {
                last = version;
            }
        }

        return last;
    }
}
