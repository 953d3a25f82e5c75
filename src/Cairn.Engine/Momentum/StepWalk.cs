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

    /// <summary>Looks back from a day as far as a quota after it may reach. Before the first day that is judged.</summary>
    public void Recall(DateOnly last)
    {
        var first = last.AddDays(1);
        for (var places = 2 * step.Plan.LongestQuota; places > 0 && step.Plan.Begins < first; )
        {
            first = first.AddDays(-1);
            places -= FillsPlace(first) ? 1 : 0;
        }

        for (var day = first; day <= last; day = day.AddDays(1))
        {
            Note(day);
        }
    }

    /// <summary>What a day of this step is worth; days must come in order.</summary>
    public Judged Judge(DateOnly day)
    {
        WinsInReach.Clear();
        var plan = step.Plan.On(day);
        var rhythm = step.Plan.RhythmOn(day);
        if (rhythm.Kind == RhythmKind.None)
        {
            return default;
        }

        var (isOff, won) = (plan.IsOff(), step.Wins.Contains(day));
        var isOver = step.CountsOn(day, today);
        if (isOver)
        {
            Note(day);
        }

        if (rhythm.Kind != RhythmKind.Often && won)
        {
            WinsInReach.Add(day);
            return new(rhythm.PerDay, isOff, 1, 1, won);
        }

        var weight =
            plan == DayPlan.Planned ? 1
            : plan == DayPlan.Open ? rhythm.PerDay
            : 0;
        if (weight == 0 || !isOver)
        {
            return new(rhythm.PerDay, isOff, weight, weight == 0 ? 0 : null, Won: false);
        }

        Reach(plan == DayPlan.Open ? 2 * rhythm.Days : 0);
        return new(rhythm.PerDay, isOff, weight, Math.Min(1, WinsInReach.Count / (2.0 * rhythm.Times)), won);
    }

    private void Note(DateOnly day)
    {
        var (fillsPlace, won) = (FillsPlace(day), step.Wins.Contains(day));
        if ((fillsPlace || won) && step.Plan.RhythmOn(day).Kind != RhythmKind.None)
        {
            _seen.Add((day, fillsPlace, won));
        }
    }

    private bool FillsPlace(DateOnly day) =>
        step.Plan.RhythmOn(day).Kind != RhythmKind.None && !step.Plan.On(day).IsOff();

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
