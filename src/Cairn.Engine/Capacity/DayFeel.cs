namespace Cairn.Engine.Capacity;

/// <summary>The morning report, one tap before the day's steps.</summary>
public enum DayFeel
{
    /// <summary>A rough day: every bar becomes smaller, at once.</summary>
    Rough = -1,

    /// <summary>A day like most.</summary>
    Fine = 0,

    /// <summary>A good day.</summary>
    Good = 1,
}
