using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Demo;

/// <summary>
/// One simulated person, day by day: the bars of a morning come from the belief as it stands on that morning, a
/// hidden capacity decides what is reached, and the answer goes back into the belief. A first, simple one; it
/// shows plausible pictures and proves nothing about people.
/// </summary>
public sealed partial class DemoLife
{
    private const double DaySpread = .3;
    private const double TodaySpread = .18;
    private const double TodayCarry = .6;
    private const double TodayFromMood = .03;
    private const double LogsByEvening = .5;

    private static readonly TimeOnly DayStart = new(4, 0);

    private static readonly string[] Notes =
    [
        "Easier than I thought.",
        "Tired, but it counts.",
        "Started late.",
        "With music.",
        "It rained all day.",
        "Felt good afterwards.",
    ];

    private readonly DemoDice dice;
    private readonly DemoTrait trait;
    private readonly DateOnly first;
    private readonly DateOnly last;
    private readonly DateTimeOffset now;
    private readonly TimeZoneInfo zone;
    private readonly List<DemoStep> steps = [];
    private readonly DemoMoment moment;
    private readonly DemoMood mood;
    private double today;
    private int away;
    private Pause? pause;

    private DemoLife(DemoDice dice, int place, Guid? owner, int years, DateOnly? until, DateTimeOffset now)
    {
        (this.dice, this.now) = (dice, now);
        trait = DemoTrait.Draw(dice, place);
        zone = TimeZoneInfo.FindSystemTimeZoneById(trait.Zone);
        last = until ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime.AddHours(-DayStart.Hour));
        first = last.AddYears(-years);
        var created = At(first, 5);
        var id = dice.Id(created);
        Person = new Person
        {
            Id = owner ?? id,
            Zone = trait.Zone,
            DayStart = DayStart,
            Created = created.AddSeconds(place),
        };
        mood = new DemoMood(dice);
        moment = DemoMoment.Begin(dice, Person.Id, trait.Steps, first, created);
        Goals.Add(moment.Goal);
        Steps.Add(moment.Step);
        Versions.Add(moment.Version);
    }

    public Person Person { get; }
    public List<Goal> Goals { get; } = [];
    public List<Step> Steps { get; } = [];
    public List<StepVersion> Versions { get; } = [];
    public List<Confidence> Confidences { get; } = [];
    public List<Entry> Entries { get; } = [];
    public List<DayWord> Words { get; } = [];

    /// <param name="dice">Of this person alone.</param>
    /// <param name="place">The how-manieth person, from 0.</param>
    /// <param name="owner">Whose life it is, where somebody is there already.</param>
    /// <param name="years">How long.</param>
    /// <param name="until">The last day, which is still going on; null is the person's today.</param>
    /// <param name="now">Nothing is written later than this.</param>
    public static DemoLife Live(DemoDice dice, int place, Guid? owner, int years, DateOnly? until, DateTimeOffset now)
    {
        var life = new DemoLife(dice, place, owner, years, until, now);
        life.TakeUp(life.first);
        var evening = life.first.AddDays(-1);
        var belief = life.Said([], [], null).Live(Belief.Of(), null, evening);
        for (var day = life.first; day <= life.last; day = day.AddDays(1))
        {
            belief = life.Day(day, belief).Live(belief, day.AddDays(-1), day);
        }

        return life;
    }

    /// <returns>What was said about the day.</returns>
    private Records Day(DateOnly day, Belief belief)
    {
        var (entries, words) = (Entries.Count, Words.Count);
        today = (TodayCarry * today) + (TodayFromMood * mood.Evening) + dice.Normal(TodaySpread);
        mood.WakeUp(today / TodaySpread);
        away = away > 0 ? away - 1 : (dice.Falls(trait.Break) ? dice.Whole(2, 15) : 0);
        if (away == 0 && !StopsFor(day))
        {
            var feel = SayMorning(day);
            foreach (var step in steps)
            {
                if (day < last || dice.Falls(LogsByEvening))
                {
                    TakeOn(step, day, belief, feel);
                }
            }

            CountMoments(day);
        }

        if (day < last)
        {
            mood.GoToBed(LiftOf(Entries[entries..]));
            if (away == 0)
            {
                LookBack(day, Entries[entries..]);
            }

            TakeUp(day.AddDays(1));
        }

        return Said(Entries[entries..], Words[words..], day);
    }

    private Records Said(IEnumerable<Entry> entries, IEnumerable<DayWord> words, DateOnly? since) =>
        new(
            [
                .. steps.Select(step => new LivedStep(step.Step, step.Version, step.Goal.Area)),
                new LivedStep(moment.Step, moment.Version, moment.Goal.Area),
            ],
            Confidences,
            [.. entries.Where(entry => entry.SupersededBy is null)],
            [.. pause is null ? words : words.Except([pause]).Append(pause)],
            since
        );

    private void TakeOn(DemoStep step, DateOnly day, Belief belief, DayFeel? feel)
    {
        var bars = belief.BarsOn(day, step.Id, step.Version.Limits, Person.Dial, feel);
        if (dice.Falls(.015))
        {
            Say(step, day, bars, Outcome.Rest);
        }
        else if (dice.Falls(trait.Lapse))
        {
            NotToday(step, day, bars, dice.One([MissReason.Forgot, MissReason.NoChance, MissReason.None]));
        }
        else
        {
            Try(step, day, bars);
        }
    }

    private void Try(DemoStep step, DateOnly day, Bars bars)
    {
        var years = (day.DayNumber - step.Version.From.DayNumber) / 365.25;
        var growth = trait.Growth * (1 - Math.Exp(-years));
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? trait.Weekend : 0;
        var could = Math.Exp(Math.Log(step.Capacity) + growth + weekend + today + dice.Normal(DaySpread));
        var reached = bars.TierOf(could);
        if (reached == Tier.Stretch && !dice.Falls(trait.Go))
        {
            reached = Tier.Target;
        }

        if (reached is not { } tier)
        {
            NotToday(step, day, bars, dice.One([MissReason.TooBig, MissReason.NoEnergy, MissReason.None]));
            return;
        }

        var amount = Amounts.RoundDown(Math.Max(bars.Of(tier), dice.Between(bars.Of(tier), could)), step.Version.Scale);
        Say(step, day, bars, Outcome.Won, tier, dice.Falls(.3) && bars.TierOf(amount) == tier ? amount : null);
    }

    private void NotToday(DemoStep step, DateOnly day, Bars bars, MissReason reason)
    {
        if (dice.Falls(trait.Tells))
        {
            Say(step, day, bars, Outcome.NotToday, reason: reason);
        }
    }

    private void Say(
        DemoStep step,
        DateOnly day,
        Bars bars,
        Outcome outcome,
        Tier? tier = null,
        double? amount = null,
        MissReason reason = MissReason.None
    )
    {
        var at = At(day, dice.Between(7, 22));
        var entry = new Entry
        {
            PersonId = Person.Id,
            Id = dice.Id(at),
            StepId = step.Id,
            Day = day,
            Zone = trait.Zone,
            At = at,
            Outcome = outcome,
            Tier = tier,
            Amount = amount,
            Reason = reason,
            Note = dice.Falls(.02) ? dice.One(Notes) : null,
            Bars = bars,
        };
        if (tier > Tier.Floor && dice.Falls(.02))
        {
            // Tapped "at least" first, and then saw that it was more.
            Entries.Add(Before(entry));
        }

        Entries.Add(entry);
    }

    private Entry Before(Entry entry) =>
        new()
        {
            PersonId = entry.PersonId,
            Id = dice.Id(entry.At.AddMinutes(-1)),
            StepId = entry.StepId,
            Day = entry.Day,
            Zone = entry.Zone,
            At = entry.At.AddMinutes(-1),
            Outcome = Outcome.Won,
            Tier = Tier.Floor,
            Bars = entry.Bars,
            SupersededBy = entry.Id,
        };

    /// <summary>Two things at first, another one every few months.</summary>
    private void TakeUp(DateOnly day)
    {
        var months = (day.DayNumber - first.DayNumber) / 75;
        while (steps.Count < Math.Min(trait.Steps, 2 + months))
        {
            var begun = DemoStep.Begin(dice, Person.Id, steps.Count, steps.Select(s => s.Idea), day, At(day, 6));
            steps.Add(begun);
            Goals.Add(begun.Goal);
            Steps.Add(begun.Step);
            Versions.Add(begun.Version);
            Confidences.Add(begun.Sure);
        }
    }

    private DateTimeOffset At(DateOnly day, double hour)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue).AddSeconds(Math.Floor(hour * 3600));
        var at = new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
        return at < now ? at : now;
    }
}
