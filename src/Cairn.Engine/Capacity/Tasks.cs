namespace Cairn.Engine.Capacity;

/// <summary>
/// Tasks are done once, in minutes. What is believed is how long a stretch of work this person begins and ends in
/// an area, so the area takes the place of the step.
/// </summary>
public static class Tasks
{
    /// <summary>What an area is said to hold before the first task: one sitting.</summary>
    public const double Sitting = 25;

    /// <summary>An area of which nothing is known yet.</summary>
    public static StepBegan Begin(DateOnly day, Guid area) => new(day, area, Sitting, Scale.Minutes, []);

    /// <summary>A task, or a piece of one, that was done.</summary>
    /// <param name="day">The day.</param>
    /// <param name="area">The area.</param>
    /// <param name="minutes">What it was said to take.</param>
    public static Won Done(DateOnly day, Guid area, double minutes) =>
        new(day, area, One(minutes), Tier.Stretch, null, false);

    /// <summary>A task, or a piece of one, that was put off.</summary>
    /// <param name="day">The day.</param>
    /// <param name="area">The area.</param>
    /// <param name="minutes">What it was said to take.</param>
    /// <param name="reason">Why.</param>
    public static Missed PutOff(DateOnly day, Guid area, double minutes, MissReason reason) =>
        new(day, area, One(minutes), reason, null);

    /// <summary>Into how many pieces a task should be split so that each is no longer than the target.</summary>
    public static int Pieces(double minutes, Bars bars) =>
        minutes <= bars.Target ? 1 : (int)Math.Min(100, Math.Ceiling(minutes / Math.Max(1, bars.Target)));

    private static Bars One(double minutes) => new(minutes, minutes, minutes, 0, 0, 0);
}
