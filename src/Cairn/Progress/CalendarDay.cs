using Cairn.Data;

namespace Cairn.Progress;

/// <summary>What a day was, as the calendar tells it: by shape, not by colour.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">A win comes before a pause, a pause before a rest.</param>
/// <param name="Wins">Wins and noticed wins.</param>
public sealed record CalendarDay(DateOnly Day, CalendarKind Kind, int Wins)
{
    /// <summary>So many wins are half a stone and a full one.</summary>
    public const int Half = 2;
    public const int Full = 3;

    /// <summary>Each day of a time, in its order.</summary>
    public static IReadOnlyList<CalendarDay> Of(Records records, DateOnly first, DateOnly last)
    {
        var wins = records.Stones.CountBy(day => day).ToDictionary();
        var off = records
            .Words.OfType<DayOff>()
            .Select(word => word.Day)
            .Concat(
                records
                    .Entries.Where(entry => entry.Outcome is Outcome.Rest or Outcome.Reserve)
                    .Select(entry => entry.Day)
            )
            .ToHashSet();
        var pauses = records.Words.OfType<Pause>().ToList();
        var days = new List<CalendarDay>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var won = wins.GetValueOrDefault(day);
            var kind =
                won >= Full ? CalendarKind.Full
                : won >= Half ? CalendarKind.Half
                : won > 0 ? CalendarKind.Hollow
                : IsPaused(records, pauses, day) ? CalendarKind.Pause
                : off.Contains(day) ? CalendarKind.Rest
                : CalendarKind.Path;
            days.Add(new(day, kind, won));
        }

        return days;
    }

    /// <summary>Everything waited: there was something to do, and a pause held all of it.</summary>
    private static bool IsPaused(Records records, List<Pause> pauses, DateOnly day)
    {
        if (!pauses.Exists(pause => pause.Day <= day && (pause.Until is not { } until || day <= until)))
        {
            return false;
        }

        var steps = records.StepsOn(day).Where(step => step.Step.Kind == StepKind.Practice).ToList();
        return steps.Count > 0 && steps.TrueForAll(step => records.PauseOf(step, day) is not null);
    }
}

public enum CalendarKind
{
    /// <summary>A day like many: the path goes on.</summary>
    Path,
    Rest,
    Pause,

    /// <summary>One win.</summary>
    Hollow,

    /// <summary>Two.</summary>
    Half,

    /// <summary>Three or more.</summary>
    Full,
}
