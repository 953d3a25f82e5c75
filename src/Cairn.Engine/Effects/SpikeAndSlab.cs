using System.Runtime.InteropServices;
using MathNet.Numerics.Distributions;

namespace Cairn.Engine.Effects;

/// <summary>
/// Either nothing, or something of the size that effects usually have: a point at 0 beside N(0, slab²), after
/// seeing one estimate (E. George, R. McCulloch 1993; evidence 4.3).
/// </summary>
/// <param name="Estimate">What least squares says.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Slab">Standard deviation of effects that exist.</param>
/// <param name="Prior">The chance of an effect before looking.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpikeAndSlab(double Estimate, double Error, double Slab, double Prior)
{
    private double Shrink => Slab * Slab / (Slab * Slab + Error * Error);

    /// <summary>The chance that there is an effect at all (posterior inclusion probability).</summary>
    public double Chance
    {
        get
        {
            var (nothing, something) = (Error * Error, Error * Error + Slab * Slab);
            var forNothing =
                0.5 * (Math.Log(something / nothing) - Estimate * Estimate * (1 / nothing - 1 / something));
            return Prior / (Prior + (1 - Prior) * Math.Exp(forNothing));
        }
    }

    /// <summary>The mean of the belief, nothing included.</summary>
    public double Shown => Chance * Estimate * Shrink;

    /// <summary>The value below which the belief holds <paramref name="share"/>, nothing included.</summary>
    public double Quantile(double share)
    {
        var (chance, mean, spread) = (Chance, Estimate * Shrink, Error * Math.Sqrt(Shrink));
        var below = chance * Normal.CDF(mean, spread, 0);
        return share < below ? Normal.InvCDF(mean, spread, share / chance)
            : share <= below + (1 - chance) ? 0
            : Normal.InvCDF(mean, spread, (share - (1 - chance)) / chance);
    }
}
