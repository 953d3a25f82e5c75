using Cairn.Data;

namespace Cairn.People;

/// <summary>Which day it is for a person: the one place that turns an instant into a local day.</summary>
public static class PersonalDay
{
    /// <summary>
    /// The calendar day in the person's zone, still yesterday's until their day starts. Wall-clock arithmetic:
    /// on the nights when the clocks change, 03:30 with a day start at 04:00 is still the evening before.
    /// </summary>
    public static DateOnly DayOf(this Person person, DateTimeOffset instant)
    {
        var wallClock = TimeZoneInfo.ConvertTime(instant, ZoneOf(person)).DateTime;
        return DateOnly.FromDateTime(wallClock - person.DayStart.ToTimeSpan());
    }

    /// <summary>From the person's own hour until their day is over, which may be after midnight.</summary>
    public static bool IsEvening(this Person person, DateTimeOffset instant)
    {
        var wallClock = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, ZoneOf(person)).DateTime);
        return wallClock - person.DayStart >= person.Evening - person.DayStart; // both count from the start of the day
    }

    /// <summary>What the clock on the person's wall says at an instant.</summary>
    public static TimeOnly ClockOf(this Person person, DateTimeOffset instant) =>
        TimeOnly.FromDateTime(person.WallOf(instant));

    /// <summary>What the calendar and the clock on the person's wall say at an instant.</summary>
    public static DateTime WallOf(this Person person, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, ZoneOf(person)).DateTime;

    /// <summary>True for a name that this machine's time zone data know, such as <c>Pacific/Auckland</c>.</summary>
    public static bool IsZone(string? name) =>
        name is { Length: > 0 and <= 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    private static TimeZoneInfo ZoneOf(Person person) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(person.Zone, out var zone) ? zone : TimeZoneInfo.Utc;
}
