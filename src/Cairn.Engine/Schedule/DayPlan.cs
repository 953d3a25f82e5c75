namespace Cairn.Engine.Schedule;

/// <summary>What a day is for a step.</summary>
public enum DayPlan
{
    /// <summary>Nothing is planned: a day between named days, before the step began, or after it was put away.</summary>
    Free,

    /// <summary>The rhythm names this day.</summary>
    Planned,

    /// <summary>Any day will do: so many times in some days.</summary>
    Open,

    /// <summary>A planned day off.</summary>
    Rest,

    /// <summary>A reserve day that is used.</summary>
    Reserve,

    /// <summary>Within a pause.</summary>
    Paused,
}

/// <summary>Questions to a day's plan.</summary>
public static class DayPlans
{
    /// <summary>Whether it is a rest, a reserve or a pause: nothing is expected, and nothing is learned.</summary>
    public static bool IsOff(this DayPlan day) => day is DayPlan.Rest or DayPlan.Reserve or DayPlan.Paused;
}
