using Cairn.Engine.Schedule;

namespace Cairn.Engine.Momentum;

/// <summary>
/// Walks through the days of one step and says what each weighs. A named day weighs one time; of "so many times in
/// some days" each day weighs its share, and is judged by the last two such stretches, days off left out.
/// </summary>
internal sealed class StepWalk(StepHistory step, DateOnly today)
{
    // Days that fill a place in the stretch, and wins on days off, which fill none.
    private readonly List<(DateOnly Day, bool FillsPlace, bool Won)> _seen = [];

    // The wins among the last two stretches, after Judge.
    public List<DateOnly> WinsInReach { get; } = [];

    /// <summary>What a day of this step is worth; days must come in order.</summary>
    public Judged Judge(DateOnly day)
    {
        WinsInReach.Clear();
        var plan = step.Plan.On(day);
        var rhythm = step.Plan.RhythmOn(day);
        var won = step.Wins.Contains(day);
        if (rhythm.Kind == RhythmKind.None)
        {
            return default;
        }

        var isOff = plan.IsOff();
        if (rhythm.Kind == RhythmKind.Often)
        {
            return JudgeOpen(day, rhythm, isOff, won);
        }

        if (won)
        {
            WinsInReach.Add(day);
            return new(rhythm.PerDay, isOff, 1, 1, Won: true);
        }

        return plan == DayPlan.Planned
            ? new(rhythm.PerDay, isOff, 1, step.CountsOn(day, today) ? 0 : null, Won: false)
            : new(rhythm.PerDay, isOff, 0, 0, Won: false);
    }

    private Judged JudgeOpen(DateOnly day, Rhythm rhythm, bool isOff, bool won)
    {
        if (isOff)
        {
            Note(day, fillsPlace: false, won);
            return new(rhythm.PerDay, isOff, 0, 0, Won: false);
        }

        if (!step.CountsOn(day, today))
        {
            return new(rhythm.PerDay, isOff, rhythm.PerDay, null, Won: false);
        }

        Note(day, fillsPlace: true, won);
        Reach(2 * rhythm.Days);
        var share = Math.Min(1, WinsInReach.Count / (2.0 * rhythm.Times));
        return new(rhythm.PerDay, isOff, rhythm.PerDay, share, won);
    }

    private void Note(DateOnly day, bool fillsPlace, bool won)
    {
        if (fillsPlace || won)
        {
            _seen.Add((day, fillsPlace, won));
        }
    }

    private void Reach(int places)
    {
        for (var i = _seen.Count - 1; i >= 0 && places > 0; i--)
        {
            var (day, fillsPlace, won) = _seen[i];
            places -= fillsPlace ? 1 : 0;
            if (won)
            {
                WinsInReach.Add(day);
            }
        }
    }

    /// <param name="PerDay">f, times planned per day.</param>
    /// <param name="IsOff">Whether the day is off.</param>
    /// <param name="Weight">Times that the day stands for; 0 when it changes nothing.</param>
    /// <param name="Share">v, the share of the plan that was won; null as long as today is open.</param>
    /// <param name="Won">Whether there was a win.</param>
    internal readonly record struct Judged(double PerDay, bool IsOff, double Weight, double? Share, bool Won);
}
