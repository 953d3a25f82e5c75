using System.Collections.Immutable;
using Cairn.Engine.Effects;

namespace Cairn.Engine.Tests.Effects;

/// <summary>Logbooks for tests: what is not said is not noted.</summary>
internal static class Diaries
{
    public static readonly DateOnly First = new(2026, 1, 5);
    public static readonly Guid Walk = new(1, 0, 0, new byte[8]);

    /// <summary>A fixed scatter around zero, with a spread of one.</summary>
    public static double Scatter(int day) => Math.Sqrt(12) * (Chance(day, 77) - 0.5);

    public static bool Coin(int day, int salt = 0) => Chance(day, salt) < 0.5;

    private static double Chance(int day, int salt) =>
        new Coin((ulong)(day + 1_000 * salt)).Next() / (double)ulong.MaxValue;

    public static Logbook Of(
        int days,
        Func<int, double?> evening,
        Func<int, bool?>? done = null,
        Func<int, double?>? morning = null,
        Func<int, double?>? wins = null,
        Func<int, bool?>? setback = null
    ) =>
        Logbook.Of(
            [Walk],
            Enumerable
                .Range(0, days)
                .Select(day => new Page(
                    First.AddDays(day),
                    evening(day),
                    morning?.Invoke(day),
                    wins?.Invoke(day),
                    setback?.Invoke(day),
                    done is null ? [] : ImmutableArray.Create(done(day))
                ))
        );
}
