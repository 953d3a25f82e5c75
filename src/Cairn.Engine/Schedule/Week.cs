using System.Numerics;

namespace Cairn.Engine.Schedule;

/// <summary>Weeks and their days. On which day a week starts is the locale's matter and always a parameter.</summary>
public static class Week
{
    /// <summary>Days in a week.</summary>
    public const int Length = 7;

    /// <summary>The first day of the week that holds <paramref name="day"/>.</summary>
    public static DateOnly FirstOf(DateOnly day, DayOfWeek weekStart) =>
        day.AddDays(-(((int)day.DayOfWeek - (int)weekStart + Length) % Length));

    /// <summary>Whether <paramref name="day"/> is one of <paramref name="weekdays"/>.</summary>
    public static bool Has(this Weekdays weekdays, DateOnly day) =>
        ((int)weekdays & (1 << (((int)day.DayOfWeek + Length - 1) % Length))) != 0;

    internal static int Count(this Weekdays weekdays) => BitOperations.PopCount((uint)(weekdays & Weekdays.All));
}
