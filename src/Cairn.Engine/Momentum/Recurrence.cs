namespace Cairn.Engine.Momentum;

/// <summary>
/// The exponential average behind momentum: s(t) = s(t−1)·m + v(t)·(1−m), m = 0.5^(√f / 13), with f the times planned
/// per day and v the share of the plan that was won. What is planned daily loses half of its way in 13 days, what is
/// planned weekly in 34. (The recurrence is the one that Loop Habit Tracker publishes; this is written from its
/// description, and tested against its published series.)
/// </summary>
public static class Recurrence
{
    /// <summary>Days in which a daily plan loses, or gains, half of what is left.</summary>
    public const double HalfLife = 13;

    /// <summary>m: how much of yesterday's value a day keeps.</summary>
    /// <param name="perDay">f, times planned per day, 0 to 1; more than once a day counts as once.</param>
    /// <returns>Between 0.948 (daily) and 1 (nothing planned).</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not a number.</exception>
    public static double Keep(double perDay)
    {
        if (!(perDay >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(perDay), perDay, "times per day, 0 or more");
        }

        return Math.Pow(0.5, Math.Sqrt(Math.Min(perDay, 1)) / HalfLife);
    }

    /// <summary>The value after one more day.</summary>
    /// <param name="before">s(t−1), 0 to 1.</param>
    /// <param name="perDay">f, times planned per day.</param>
    /// <param name="share">v(t), the share of the plan that was won, 0 to 1.</param>
    /// <returns>0 to 1.</returns>
    public static double Next(double before, double perDay, double share)
    {
        var keep = Keep(perDay);
        return (before * keep) + (share * (1 - keep));
    }
}
