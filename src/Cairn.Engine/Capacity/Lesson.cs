namespace Cairn.Engine.Capacity;

/// <summary>The table of what an answer teaches, row by row.</summary>
internal static class Lesson
{
    /// <summary>One answer of a day, by the bars in force on that day.</summary>
    public static void Take(Mind mind, int step, DateOnly day, double feel, Fact answer)
    {
        var weekend = IsWeekend(day);
        switch (answer)
        {
            case Won won:
                Remember(mind, step, day, weekend, Math.Log(won.InForce.Target));
                Take(mind, step, weekend, feel, won);
                break;
            case Missed missed:
                Remember(mind, step, day, weekend, Math.Log(missed.InForce.Target));
                Take(mind, step, weekend, feel, missed);
                break;
        }
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>After two misses or three absent days, the next offer is a return.</summary>
    public static bool IsReturn(Mind mind, Slot step, DateOnly day, Parameters rules) =>
        step.WasOffered
        && (step.MissesInARow >= rules.MissesOfLapse || day.DayNumber - mind.LastSign - 1 >= rules.AbsenceOfLapse);

    /// <summary>The sizes of an ordinary offer on a day like most.</summary>
    public static void Size(Mind mind, int step, bool weekend, Span<double> sizes)
    {
        var (mean, variance) = mind.Look(step, weekend, 0);
        Ladder.Draw(mean, mind.Spread(variance), sizes);
        Ladder.Guard(sizes, mind[step], mind.Prior);
    }

    /// <summary>The day's ordinary offer becomes what the next one is measured against, also on a return.</summary>
    private static void Remember(Mind mind, int step, DateOnly day, bool weekend, double target)
    {
        var slot = mind[step];
        if (IsReturn(mind, slot, day, mind.Prior))
        {
            // It stays one until the first win, however it began.
            slot.MissesInARow = Math.Max(slot.MissesInARow, mind.Prior.MissesOfLapse);
        }
        else
        {
            slot.LastTarget = target;
        }

        Span<double> sizes = stackalloc double[Ladder.Rungs];
        Size(mind, step, weekend, sizes);
        if (!(sizes[Ladder.Steady] <= slot.Offered[Ladder.Steady]))
        {
            slot.Wins = 0;
        }

        sizes.CopyTo(slot.Offered);
    }

    private static void Take(Mind mind, int step, bool weekend, double feel, Won won)
    {
        var bars = won.InForce;
        var floor = Math.Log(bars.Floor);
        var target = Math.Log(bars.Target);
        var amount = Log(won.Amount) ?? (won.ThatWasAll ? Math.Log(bars.Of(won.Tier)) : null);
        var reached = amount is { } known ? known >= target : won.Tier >= Tier.Target || floor >= target;
        var reading = amount switch
        {
            { } limit when won.ThatWasAll || !reached => Reading.About(limit),
            { } least => Reading.AtLeast(least),
            _ when reached => Reading.AtLeast(Math.Log(bars.Of(won.Tier))),
            _ => Reading.Between(floor, target),
        };
        mind.Learn(step, weekend, feel, reading);
        var slot = mind[step];
        slot.Count(0, 1, mind.Prior);
        slot.Wins++;
        slot.MissesInARow = 0;
        slot.Last = reached ? LastAnswer.Reached : LastAnswer.FloorOnly;
    }

    private static void Take(Mind mind, int step, bool weekend, double feel, Missed missed)
    {
        var slot = mind[step];
        if (missed.Reason is MissReason.Forgot or MissReason.NoChance or MissReason.Outside)
        {
            slot.Count(1, 0, mind.Prior);
            slot.Last = LastAnswer.NeverStarted;
            return;
        }

        var floor = Math.Log(missed.InForce.Floor);
        var amount = Log(missed.Amount);
        var surelySize = amount is not null || missed.Reason is MissReason.TooBig or MissReason.NoEnergy;
        var size = surelySize ? 1 : Responsibility(mind, step, weekend, feel, floor);
        var reading =
            amount is { } limit ? Reading.About(limit)
            : surelySize ? Reading.Below(floor)
            : Reading.MissedAt(floor, slot.Lapse);
        mind.Learn(step, weekend, feel, reading);
        slot.Count(1 - size, size, mind.Prior);
        slot.MissesInARow++;
        slot.Last = surelySize ? LastAnswer.TooMuch : LastAnswer.Unsure;
    }

    /// <summary>How likely it is that a miss without a reason was about its size (evidence (5)).</summary>
    private static double Responsibility(Mind mind, int step, bool weekend, double feel, double floor)
    {
        var (mean, variance) = mind.Look(step, weekend, feel);
        var lapse = mind[step].Lapse;
        var tooBig = (1 - lapse) * Normal.Below((floor - mean) / mind.Spread(variance));
        return tooBig / (lapse + tooBig);
    }

    private static double? Log(double? amount) =>
        amount is > 0 and < double.PositiveInfinity ? Math.Log(amount.Value) : null;
}
