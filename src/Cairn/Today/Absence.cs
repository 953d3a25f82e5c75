using System.Collections.Immutable;
using Cairn.Data;
using Cairn.Engine.Schedule;

namespace Cairn.Today;

/// <summary>When a person was away from what they planned, as docs/numbers/schedule.md says; off is not away.</summary>
public static class Absence
{
    /// <summary>How long a lapse has lasted that is not over; null if there is none.</summary>
    public static int? DaysSoFar(Life life) => Lapses(life) is [.., { IsOver: false } open] ? open.Days : null;

    /// <summary>How long the lapse was that a win on a day ended; null if it ended none.</summary>
    public static int? DaysEndedOn(Life life, DateOnly day) =>
        Lapses(life).Where(lapse => lapse.Comeback == day).Select(lapse => (int?)lapse.Days).FirstOrDefault();

    private static ImmutableArray<Lapse> Lapses(Life life)
    {
        var histories = life
            .Steps.Where(step => step.Step.Kind == StepKind.Practice)
            .Select(step => Histories.Of(life.Records, step.Id))
            .ToList();
        if (life.LastWinBefore is { } last && histories is [var first, ..])
        {
            histories[0] = first with { Wins = first.Wins.Add(last) };
        }

        return Engine.Schedule.Lapses.Of(histories, life.Records.Seen, life.Today);
    }
}
