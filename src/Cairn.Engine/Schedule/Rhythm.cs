namespace Cairn.Engine.Schedule;

/// <summary>
/// How often a step is planned: on named days, every so many days, or so many times in a week or in some days, on
/// days that the person chooses as they come. Kept as a short text, see <see cref="ToString"/>.
/// </summary>
public sealed partial record Rhythm
{
    /// <summary>The longest stretch of days that a rhythm may span.</summary>
    public const int MostDays = 366;

    private Rhythm(RhythmKind kind, int times, int days, Weekdays weekdays) =>
        (Kind, Times, Days, Weekdays) = (kind, times, days, weekdays);

    /// <summary>Nothing is planned: a moment, or a step that is put away.</summary>
    public static Rhythm None { get; } = new(RhythmKind.None, 0, 1, Weekdays.None);

    /// <summary>Planned every day.</summary>
    public static Rhythm Daily { get; } = new(RhythmKind.Every, 1, 1, Weekdays.None);

    /// <summary>Which kind it is.</summary>
    public RhythmKind Kind { get; }

    /// <summary>How many times in <see cref="Days"/> days.</summary>
    public int Times { get; }

    /// <summary>The stretch of days that <see cref="Times"/> is about, 1 to <see cref="MostDays"/>.</summary>
    public int Days { get; }

    /// <summary>The named days; none for the other kinds.</summary>
    public Weekdays Weekdays { get; }

    /// <summary>How often it is planned per day, f in the equation of momentum: 0 to 1.</summary>
    public double PerDay => (double)Times / Days;

    /// <summary>Every <paramref name="days"/> days, counted from the day on which the rhythm begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="MostDays"/>.</exception>
    public static Rhythm Every(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        return days == 1 ? Daily : new(RhythmKind.Every, 1, days, Weekdays.None);
    }

    /// <summary>On these days of the week. All seven are <see cref="Daily"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No day, or something that is not a day.</exception>
    public static Rhythm On(Weekdays weekdays)
    {
        if (weekdays == Weekdays.None || (weekdays & ~Weekdays.All) != Weekdays.None)
        {
            throw new ArgumentOutOfRangeException(nameof(weekdays), weekdays, "at least one day of the week");
        }

        return weekdays == Weekdays.All ? Daily : new(RhythmKind.Weekdays, weekdays.Count(), Week.Length, weekdays);
    }

    /// <summary>So many times a week, on days chosen as they come. Seven times are <see cref="Daily"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 7.</exception>
    public static Rhythm PerWeek(int times) => Often(times, Week.Length);

    /// <summary>
    /// <paramref name="times"/> times in <paramref name="days"/> days, chosen as they come. As many times as days are
    /// <see cref="Daily"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 ≤ times ≤ days ≤ <see cref="MostDays"/>.</exception>
    public static Rhythm Often(int times, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, days);
        return times == days ? Daily : new(RhythmKind.Often, times, days, Weekdays.None);
    }

    /// <summary>
    /// The nearest rhythm to "so many times in some days" as other programs allow it: none for less than one of
    /// either, daily for more than once a day, and at most <see cref="MostDays"/> days.
    /// </summary>
    public static Rhythm Nearest(int times, int days) =>
        times < 1 || days < 1 ? None
        : times >= days ? Daily
        : days <= MostDays ? Often(times, days)
        : Often(Math.Max(1, (int)Math.Round((double)times * MostDays / days)), MostDays);

    /// <summary>Whether <paramref name="day"/> is named by this rhythm; never for <see cref="RhythmKind.Often"/>.</summary>
    /// <param name="day">The day, not before <paramref name="begins"/>.</param>
    /// <param name="begins">The day from which the rhythm is in force.</param>
    public bool Names(DateOnly day, DateOnly begins) =>
        Kind switch
        {
            RhythmKind.Every => (day.DayNumber - begins.DayNumber) % Days == 0,
            RhythmKind.Weekdays => Weekdays.Has(day),
            _ => false,
        };
}

/// <summary>How a rhythm says its days.</summary>
public enum RhythmKind
{
    /// <summary>Nothing is planned.</summary>
    None,

    /// <summary>Every so many days.</summary>
    Every,

    /// <summary>Named days of the week.</summary>
    Weekdays,

    /// <summary>So many times in some days, chosen as they come.</summary>
    Often,
}
