using Cairn.Engine.Capacity;

namespace Cairn.Lab.People;

/// <summary>One simulated person (evidence 3.1). Only the oracle may look inside.</summary>
public sealed class SimulatedPerson
{
    /// <summary>Steps of each person.</summary>
    public const int Steps = 3;

    /// <summary>The stated size of each step, in its unit; large, so that rounding to tenths is none.</summary>
    public const double Stated = 100;

    /// <summary>The first day; a Monday.</summary>
    public static readonly DateOnly FirstDay = new(2026, 3, 2);

    private static readonly double[] RulerShares = [1, 0.5, 0.25];

    private readonly World world;
    private readonly int seed;
    private readonly int number;
    private readonly double bias;
    private readonly double[] own = new double[Steps];
    private readonly double[] lapseOdds = new double[Steps];
    private readonly double[] habitRate = new double[Steps];
    private readonly double[] habit = new double[Steps];
    private readonly double[] weekdays = new double[7];
    private readonly double[] rulerSlip = new double[Steps];
    private readonly StepDay[] today = new StepDay[Steps];
    private double effect;
    private double mood;
    private double moodOfDay;
    private int drySpell;
    private double quitDraw;

    /// <summary>Person <paramref name="number"/> of a world: the same for every policy.</summary>
    public SimulatedPerson(World world, int seed, int number)
    {
        (this.world, this.seed, this.number) = (world, seed, number);
        var dice = new Dice(seed, number);
        bias = world.BiasMean + (world.BiasSpread * dice.Normal());
        Noise = world.Noise * Math.Exp(world.NoiseSpread * dice.Normal());
        for (var step = 0; step < Steps; step++)
        {
            own[step] = world.StepSpread * dice.Normal();
            lapseOdds[step] = Math.Log(world.Lapse / (1 - world.Lapse)) + (world.LapseSpread * dice.Normal());
            habitRate[step] = Math.Min(0.5, world.HabitRate * Math.Exp(world.HabitRateSpread * dice.Normal()));
            rulerSlip[step] = world.RulerError * dice.Normal();
        }

        for (var weekday = 0; weekday < 7; weekday++)
        {
            var isWeekend = weekday is (int)DayOfWeek.Saturday or (int)DayOfWeek.Sunday;
            weekdays[weekday] = (world.WeekdaySpread * dice.Normal()) + (isWeekend ? world.Weekend : 0);
        }

        effect = world.TodaySpread * dice.Normal();
    }

    /// <summary>Whether the person has not quit.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Standard deviation of a day's log capacity.</summary>
    public double Noise { get; }

    /// <summary>Today.</summary>
    public DateOnly Day { get; private set; } = FirstDay.AddDays(-1);

    /// <summary>The morning report.</summary>
    public DayFeel Feel { get; private set; }

    /// <summary>A number in [0, 1) that is fixed for each step and day, for policies that dither.</summary>
    public double Dither(int step) => today[step].Dither;

    /// <summary>The answers on the confidence ruler at the full, half and quarter size.</summary>
    public Ruler[] Rulers(int step) =>
        [
            .. RulerShares.Select(share =>
            {
                var z = ((bias + own[step] + rulerSlip[step] - Math.Log(share)) / Noise) + world.RulerOptimism;
                return new Ruler(share * Stated, (int)Math.Round(10 * Normal.Below(z)));
            }),
        ];

    /// <summary>Expected log capacity of a step today, relative to the stated size.</summary>
    public double Mean(int step) => Usual(step) + effect;

    /// <summary>The chance of starting a step today.</summary>
    public double Starts(int step) => 1 / (1 + Math.Exp(lapseOdds[step] - (world.LapseOfHabit * habit[step])));

    /// <summary>The chance to start and reach a size.</summary>
    public double TrueChance(int step, double size) => Starts(step) * Normal.Below((Mean(step) - size) / Noise);

    /// <summary>The free-running amount of today, for the percentile policy, which is favoured by it.</summary>
    public double FreeRunning(int step) => Mean(step) + (Noise * today[step].Noise);

    /// <summary>The next morning: all luck of the day is drawn, the same for every policy.</summary>
    public void Wake()
    {
        Day = Day.AddDays(1);
        var dice = new Dice(seed, number, Day.DayNumber);
        var kept = world.TodayCarry;
        effect = (kept * effect) + (world.TodaySpread * Math.Sqrt(1 - (kept * kept)) * dice.Normal());
        var morning = effect + (world.MorningError * world.TodaySpread * dice.Normal());
        var edge = 0.6 * world.TodaySpread * Math.Sqrt(1 + (world.MorningError * world.MorningError));
        Feel =
            morning < -edge ? DayFeel.Rough
            : morning > edge ? DayFeel.Good
            : DayFeel.Fine;
        quitDraw = dice.Even();
        for (var step = 0; step < Steps; step++)
        {
            today[step] = new(
                dice.Normal(),
                dice.Normal(),
                dice.Even(),
                dice.Even(),
                dice.Even(),
                dice.Even(),
                dice.Even()
            );
        }
    }

    /// <summary>What the person does when offered three bars, and tells about it.</summary>
    public Answer Answer(int step, Bars bars)
    {
        var luck = today[step];
        var mean = Usual(step);
        var started = luck.Start < Starts(step);
        var capacity = FreeRunning(step);
        var could = Stated * Math.Exp(capacity);
        Tier? tier =
            !started ? null
            : could >= bars.Stretch && (luck.Go < world.Go || bars.Stretch <= bars.Target) ? Tier.Stretch
            : could >= bars.Target ? Tier.Target
            : could >= bars.Floor ? Tier.Floor
            : null;
        var reason =
            tier is not null || luck.Reason >= world.ReasonsGiven ? MissReason.None
            : started ? MissReason.TooBig
            : MissReason.Forgot;
        var done =
            tier is { } reached ? bars.Of(reached)
            : started ? could
            : 0;
        var tries = luck.Go < world.Go;
        double? told =
            luck.Amount >= world.AmountsGiven ? null
            : tier == Tier.Floor || (tier == Tier.Target && tries) ? could
            : done;
        var thatWasAll =
            told is > 0 && told < bars.Stretch && tier is not null && tries && luck.Reason < world.ReasonsGiven;
        if (tier is not null)
        {
            var size = Math.Log(done / Stated);
            own[step] += world.Training * Normal.Below((size - mean + 0.8) / 0.3);
            moodOfDay += world.MoodOfWin * (0.35 + (0.65 * Normal.Below((size - mean + 1.2) / 0.5)));
            habit[step] += habitRate[step] * (1 - habit[step]);
        }
        else
        {
            moodOfDay -= world.MoodOfMiss;
            habit[step] -= world.HabitLoss * habit[step];
        }

        own[step] += world.Trend + (world.Drift * luck.Drift);
        return new(step, bars, tier, reason, told, thatWasAll, done / Stated, started ? could : null);
    }

    /// <summary>The evening: morale settles, and some quit.</summary>
    public void Sleep(bool anyWin)
    {
        mood = Math.Clamp(0.95 * (mood + moodOfDay), -2, 2);
        moodOfDay = 0;
        drySpell = anyWin ? 0 : drySpell + 1;
        var odds =
            Math.Log(world.QuitHazard / (1 - world.QuitHazard))
            + (world.QuitOfDrySpell * drySpell)
            - (world.QuitOfMood * mood)
            - habit.Average();
        IsActive = quitDraw >= 1 / (1 + Math.Exp(-odds));
    }

    private double Usual(int step) =>
        bias
        + own[step]
        + weekdays[(int)Day.DayOfWeek]
        + (world.MoodToCapacity * mood)
        + (world.HabitToCapacity * habit[step]);
}
