using Cairn.Engine.Capacity;
using CsCheck;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

/// <summary>Random lives.</summary>
internal static class Histories
{
    public enum Kind
    {
        Win,
        Amount,
        Miss,
        Rest,
        Away,
        Seen,
    }

    public sealed record Moment(
        Kind Kind,
        Tier Tier,
        MissReason Reason,
        double Share,
        bool All,
        DayFeel? Feel,
        bool Both
    );

    public static readonly Gen<Moment> Moments = Gen.Select(
        Gen.Frequency(
            (8, Gen.Const(Kind.Win)),
            (3, Gen.Const(Kind.Amount)),
            (4, Gen.Const(Kind.Miss)),
            (1, Gen.Const(Kind.Rest)),
            (1, Gen.Const(Kind.Away)),
            (1, Gen.Const(Kind.Seen))
        ),
        Gen.Enum<Tier>(),
        Gen.Enum<MissReason>(),
        Gen.Double[0, 3],
        Gen.Bool,
        Gen.Int[-2, 1].Select(feel => feel < -1 ? (DayFeel?)null : (DayFeel)feel),
        Gen.Bool,
        (kind, tier, reason, share, all, feel, both) => new Moment(kind, tier, reason, share, all, feel, both)
    );

    public static Someone Live(this Someone someone, Moment moment)
    {
        var today = someone.Today;
        var facts = new List<Fact>();
        if (moment.Feel is { } feel && moment.Kind != Kind.Away)
        {
            facts.Add(new Felt(today, feel));
        }

        foreach (var step in moment.Both ? [Walk, Read] : (Guid[])[Walk])
        {
            var bars = someone.Belief.BarsOn(today, step, Limits.None, Dial.Steady, moment.Feel);
            var amount = moment.Share * bars.Target;
            switch (moment.Kind)
            {
                case Kind.Win:
                    facts.Add(new Won(today, step, bars, moment.Tier, null, moment.All && moment.Share < 1));
                    break;
                case Kind.Amount when bars.TierOf(amount) is { } tier:
                    facts.Add(new Won(today, step, bars, tier, amount, moment.All));
                    break;
                case Kind.Amount:
                    facts.Add(new Missed(today, step, bars, moment.Reason, amount));
                    break;
                case Kind.Miss:
                    facts.Add(new Missed(today, step, bars, moment.Reason, null));
                    break;
                case Kind.Rest:
                    facts.Add(new Rested(today, step));
                    break;
                case Kind.Seen:
                    facts.Add(new Seen(today));
                    break;
            }
        }

        return someone.Live([.. facts]);
    }

    /// <summary>Lives a moment, and gives its answer about the walk, if there is one.</summary>
    public static Fact? LiveAndTell(this Someone someone, Moment moment)
    {
        var before = someone.Facts.Count;
        someone.Live(moment);
        return someone
            .Facts.Skip(before)
            .FirstOrDefault(fact => fact is Won won ? won.Step == Walk : fact is Missed missed && missed.Step == Walk);
    }

    public static Someone Lived(int seed, int days)
    {
        var random = new Random(seed);
        var someone = new Someone();
        for (var day = 0; day < days; day++)
        {
            someone.Live(
                new Moment(
                    (Kind)random.Next(6),
                    (Tier)random.Next(1, 4),
                    (MissReason)random.Next(7),
                    random.NextDouble() * 3,
                    random.Next(4) == 0,
                    random.Next(2) == 0 ? null : (DayFeel)random.Next(-1, 2),
                    random.Next(2) == 0
                )
            );
        }

        return someone;
    }
}
