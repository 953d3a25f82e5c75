using System.Runtime.Intrinsics;

namespace Cairn.Engine.Capacity;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    private const double RootTwoPi = 2.5066282746310002;

    // Where the rational approximation ends.
    private const double FarOut = 7.07106781186547;

    /// <summary>The density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / RootTwoPi;

    /// <summary>
    /// The chance of a value below <paramref name="z"/>; absolute error below 1e-15, relative error below 1e-8 down to z = −37.
    /// Hart's rational approximation as given by G. West, "Better approximations to cumulative normal
    /// functions", Wilmott 2005.
    /// </summary>
    public static double Below(double z)
    {
        var bell = Bell(z);
        var x = Math.Abs(z);
        double tail;
        if (x > 37)
        {
            tail = 0;
        }
        else if (x < FarOut)
        {
            tail = Tail(Vector256.Create(x), Vector256.Create(bell))[0];
        }
        else
        {
            tail = bell / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / RootTwoPi;
        }

        return z > 0 ? 1 - tail : tail;
    }

    /// <summary>The same for four values at once.</summary>
    internal static Vector256<double> Below(Vector256<double> z) =>
        Below(z, Vector256.Create(Bell(z[0]), Bell(z[1]), Bell(z[2]), Bell(z[3])));

    /// <summary>The same where e^(−z²/2) is known already.</summary>
    internal static Vector256<double> Below(Vector256<double> z, Vector256<double> bell)
    {
        var x = Vector256.Abs(z);
        if (Vector256.GreaterThanOrEqualAny(x, Vector256.Create(FarOut)))
        {
            return Vector256.Create(Below(z[0]), Below(z[1]), Below(z[2]), Below(z[3]));
        }

        var tail = Tail(x, bell);
        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(z, Vector256<double>.Zero),
            Vector256<double>.One - tail,
            tail
        );
    }

    /// <summary>The area beyond x, for x from 0 to <see cref="FarOut"/>.</summary>
    private static Vector256<double> Tail(Vector256<double> x, Vector256<double> bell)
    {
        var over = 3.52624965998911E-02 * x + Vector256.Create(0.700383064443688);
        over = over * x + Vector256.Create(6.37396220353165);
        over = over * x + Vector256.Create(33.912866078383);
        over = over * x + Vector256.Create(112.079291497871);
        over = over * x + Vector256.Create(221.213596169931);
        over = over * x + Vector256.Create(220.206867912376);
        var under = 8.83883476483184E-02 * x + Vector256.Create(1.75566716318264);
        under = under * x + Vector256.Create(16.064177579207);
        under = under * x + Vector256.Create(86.7807322029461);
        under = under * x + Vector256.Create(296.564248779674);
        under = under * x + Vector256.Create(637.333633378831);
        under = under * x + Vector256.Create(793.826512519948);
        under = under * x + Vector256.Create(440.413735824752);
        return bell * over / under;
    }

    private static double Bell(double z) => Math.Exp(-0.5 * z * z);

    /// <summary>The value below which a share <paramref name="p"/> lies, for p in [0.001, 0.999].</summary>
    /// <exception cref="ArgumentOutOfRangeException">p is outside that range.</exception>
    public static double Quantile(double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(p, 0.001);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 0.999);
        if (p > 0.5)
        {
            return -Quantile(1 - p);
        }

        // Newton on ln Φ, which is concave: it converges from everywhere.
        var z = 0.0;
        for (var step = 0; step < 10; step++)
        {
            var below = Below(z);
            z -= Math.Log(below / p) * below / Density(z);
        }

        return z;
    }
}
