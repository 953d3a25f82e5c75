using System.Collections.Immutable;

namespace Cairn.Engine.Capacity;

/// <summary>"Why this size?": the days that moved it most.</summary>
public static class Why
{
    /// <summary>
    /// The days whose facts moved the believed capacity of a step most, the largest move first. A day may move a
    /// step by the answers of another one: what people share, they share.
    /// </summary>
    /// <param name="facts">All facts of the person, in any order.</param>
    /// <param name="step">The step.</param>
    /// <param name="most">How many days at most.</param>
    /// <param name="parameters">What is believed before the first word; the defaults if left out.</param>
    public static ImmutableArray<Moved> Of(
        IEnumerable<Fact> facts,
        Guid step,
        int most = 3,
        Parameters? parameters = null
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        var moves = new List<Moved>();
        var replay = Belief.Of(parameters).Replay();
        foreach (var day in Diary.Sort(facts, null, DateOnly.MaxValue))
        {
            replay.SleepUntil(day.Key);
            var before = replay.MeanOf(step);
            replay.Live(day);
            if (before is { } was && replay.MeanOf(step) is { } now)
            {
                moves.Add(new(day.Key, Math.Exp(now - was)));
            }
        }

        return
        [
            .. moves
                .Where(moved => Math.Abs(moved.Factor - 1) > 0.001)
                .OrderByDescending(moved => Math.Abs(Math.Log(moved.Factor)))
                .ThenBy(moved => moved.Day)
                .Take(most),
        ];
    }
}
