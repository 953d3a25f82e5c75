using System.Runtime.InteropServices;

namespace Cairn.Engine.Schedule;

/// <summary>Days on which nothing is expected.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included; null while the end is open.</param>
/// <param name="Kind">Why.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayOff(DateOnly From, DateOnly? Until, OffKind Kind)
{
    /// <summary>A rest on one day.</summary>
    public static DayOff Rest(DateOnly day) => new(day, day, OffKind.Rest);

    /// <summary>A reserve day that is used.</summary>
    public static DayOff Reserve(DateOnly day) => new(day, day, OffKind.Reserve);

    /// <summary>A pause, with the end left open if there is none yet.</summary>
    public static DayOff Pause(DateOnly from, DateOnly? until = null) => new(from, until, OffKind.Pause);
}

/// <summary>Why nothing is expected on a day.</summary>
public enum OffKind
{
    /// <summary>A planned day off.</summary>
    Rest,

    /// <summary>One of the week's two reserve days.</summary>
    Reserve,

    /// <summary>A stretch of days off, of a step, a goal or everything.</summary>
    Pause,
}
