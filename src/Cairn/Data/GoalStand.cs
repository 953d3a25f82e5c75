using Cairn.Engine.Momentum;
using Cairn.Engine.Stagnation;

namespace Cairn.Data;

/// <summary>A goal's own momentum at the end of a day, with the days up to it by which one sees that it falls.</summary>
/// <param name="Value">0 to 100.</param>
/// <param name="Days">Momentum on the last days, oldest first; null for a day off.</param>
public sealed record GoalStand(double Value, IReadOnlyList<double?> Days)
{
    /// <summary>What a stall takes, and a day off in each of these weeks.</summary>
    private const int DaysKept = Stalls.MeanDays + Stalls.Days + 6;

    private const int Digits = 2;
    private const double Rounding = 0.02;

    /// <param name="days">Day after day; the last one is the day of the stand.</param>
    public static GoalStand Of(IReadOnlyList<MomentumDay> days) =>
        new(
            days is [.., var last] ? last.Value : 0,
            [.. days.TakeLast(DaysKept).Select(day => day.IsOff ? (double?)null : Math.Round(day.Value, Digits))]
        );

    /// <summary>The days that it remembers, up to the day of the stand.</summary>
    public IEnumerable<MomentumDay> Until(DateOnly day) =>
        Days.Select(
            (value, place) =>
                new MomentumDay(
                    day.AddDays(place + 1 - Days.Count),
                    value ?? Value,
                    Change: 0,
                    Counts: value is not null,
                    IsOff: value is null
                )
        );

    public bool SaysTheSame(GoalStand other) =>
        Math.Abs(Value - other.Value) < Rounding
        && Days.Count == other.Days.Count
        && Days.Zip(other.Days)
            .All(day =>
                day.First is { } one && day.Second is { } two ? Math.Abs(one - two) < Rounding : day.First == day.Second
            );
}
