namespace Cairn.Engine.Capacity;

/// <summary>The table of what an answer teaches, row by row.</summary>
internal static class Lesson
{
    // Two amounts that differ by less are the same amount, in logarithms.
    private const double Hair = 1e-6;

    /// <summary>One answer of a day, by the bars in force on that day.</summary>
    public static void Take(Mind mind, int step, DateOnly day, double feel, Fact answer)
    {
        var weekend = IsWeekend(day);
        switch (answer)
        {
            case Won won:
                var target = Amounts.LogOf(won.InForce.Target);
                Remember(mind, step, day, weekend, target);
                Take(mind, step, weekend, feel, won, target);
                break;
            case Missed missed:
                Remember(mind, step, day, weekend, Amounts.LogOf(missed.InForce.Target));
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
        Span<double> sizes = stackalloc double[Ladder.Rungs];
        Size(mind, step, weekend, sizes);
        if (IsReturn(mind, slot, day, mind.Prior))
        {
            // It stays one until the first win, however it began.
            slot.MissesInARow = Math.Max(slot.MissesInARow, mind.Prior.MissesOfLapse);
        }
        else
        {
            slot.LastTarget = target;
        }

        if (!(sizes[Ladder.Steady] <= slot.Offered[Ladder.Steady]))
        {
            slot.Wins = 0;
        }

        sizes.CopyTo(slot.Offered);
    }

    private static void Take(Mind mind, int step, bool weekend, double feel, Won won, double target)
    {
        var bars = won.InForce;
        var amount = Log(won.Amount) ?? (won.ThatWasAll ? Amounts.LogOf(bars.Of(won.Tier)) : null);
        var reached = amount is { } known ? known >= target : won.Tier >= Tier.Target || bars.Floor >= bars.Target;
        var stretch = Amounts.LogOf(bars.Stretch);
        var reading = amount switch
        {
            { } limit when won.ThatWasAll || !reached => Reading.About(limit),
            { } tried when tried > target + Hair && tried < stretch => Reading.Between(tried, stretch),
            { } least => Reading.AtLeast(least),
            _ when won.Tier == Tier.Stretch => Reading.AtLeast(stretch),
            _ when reached => Reading.TargetTapped(target, stretch, mind.Left),
            _ => Reading.Between(Amounts.LogOf(bars.Floor), target),
        };
        var above = mind.Learn(step, weekend, feel, reading);
        if (reached && stretch > target)
        {
            // An amount beyond the target was an attempt at more; one that is the target was a choice to stop.
            var left =
                won.Tier == Tier.Stretch || amount > target + Hair ? 0
                : amount is not null ? 1
                : above; // the stretch may have been possible although only the target was tapped
            mind.Choose(left == 0 ? 1 : 0, left);
        }

        var slot = mind[step];
        Started(mind, step, won: true);
        slot.Wins++;
        slot.MissesInARow = 0;
        slot.Last = reached ? LastAnswer.Reached : LastAnswer.FloorOnly;
    }

    private static void Take(Mind mind, int step, bool weekend, double feel, Missed missed)
    {
        var slot = mind[step];
        if (missed.Reason is MissReason.Forgot or MissReason.NoChance or MissReason.Outside)
        {
            NotStarted(mind, step);
            slot.Last = LastAnswer.NeverStarted;
            return;
        }

        var floor = Amounts.LogOf(missed.InForce.Floor);
        var amount = Log(missed.Amount);
        var surelySize = amount is not null || missed.Reason is MissReason.TooBig or MissReason.NoEnergy;
        if (surelySize)
        {
            mind.Learn(step, weekend, feel, amount is { } limit ? Reading.About(limit) : Reading.Below(floor));
            Started(mind, step, won: false);
        }
        else
        {
            // "Nothing at all" is said by those who did not start far more often than by those who did.
            var size = missed.Amount is 0 ? mind.Prior.NothingDone : 1;
            Unexplained(mind, step, weekend, feel, floor, size);
        }

        slot.MissesInARow++;
        slot.Wins = surelySize || slot.MissesInARow >= mind.Prior.MissesOfLapse ? 0 : slot.Wins;
        slot.Last = surelySize ? LastAnswer.TooMuch : LastAnswer.Unsure;
    }

    /// <summary>A miss without a reason: never started, or too big and not told otherwise (evidence (5)).</summary>
    private static void Unexplained(Mind mind, int step, bool weekend, double feel, double floor, double told)
    {
        var (mean, variance) = mind.Look(step, weekend, feel);
        var lapse = mind[step].Lapse(mind.Prior);
        var tooBig = told * Normal.Below((floor - mean) / mind.Spread(variance));
        mind.Learn(step, weekend, feel, new Reading(lapse + (1 - lapse) * told, floor, lapse, floor, lapse));
        mind[step].Learn(tooBig, 1, mind.Prior);
        Practise(mind, step, won: false);
    }

    private static void Started(Mind mind, int step, bool won)
    {
        mind[step].Learn(started: 1, notStarted: 0, mind.Prior);
        Practise(mind, step, won);
    }

    private static void NotStarted(Mind mind, int step)
    {
        mind[step].Learn(started: 0, notStarted: 1, mind.Prior);
        Practise(mind, step, won: false);
    }

    /// <summary>A win trains; a day without one takes nothing from what is possible.</summary>
    private static void Practise(Mind mind, int step, bool won)
    {
        var growth = mind[step].Practise(won, mind.Prior);
        mind.Train(step, mind.Prior.HabitGain * Math.Max(0, growth));
    }

    private static double? Log(double? amount) =>
        amount is > 0 and < double.PositiveInfinity ? Math.Log(amount.Value) : null;
}
