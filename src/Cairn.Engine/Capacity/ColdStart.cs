using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Cairn.Engine.Capacity;

/// <summary>
/// The confidence ruler as a first word on capacity (evidence 2.3). Asked at several sizes it also tells how much this
/// person's days differ: confidence that hardly falls with the size belongs to wide days. Both are read off the straight
/// line z = (capacity − ln amount) / spread + optimism through the answers, weighted least squares.
/// </summary>
internal static class ColdStart
{
    // A spread outside this range is a slip of the finger.
    private const double Narrowest = 0.1;
    private const double Widest = 2;

    // Answers are whole tenths: the standard deviation of what rounding hides.
    private const double Rounding = 0.0289;

    public static void Hear(Mind mind, int step, ImmutableArray<Ruler> rulers)
    {
        var (prior, given) = (mind.Prior, rulers.IsDefault ? [] : rulers);
        var inside = Line.Through(given, prior, onlyInside: true);
        if (inside.Slope < 0)
        {
            // The line falls by 1 / spread.
            var error = inside.SlopeError / inside.Slope;
            mind.HearSpread(
                Math.Log(Math.Clamp(-1 / inside.Slope, Narrowest, Widest)),
                Math.Sqrt((error * error) + (prior.RulerSpreadError * prior.RulerSpreadError))
            );
        }

        // "Surely" and "never" at every size only bound the capacity: half a step of the ruler beyond the last.
        var line = inside.Weight > 0 ? inside : Line.Through(given, prior, onlyInside: false);
        if (line.Weight > 0)
        {
            var capacity = line.X + (Math.Exp(mind.Noise) * (line.Z - prior.RulerOptimism));
            mind.Hear(step, capacity, prior.RulerError);
        }
    }

    /// <summary>A line through answers: its weight, its centre, its slope (0 if there is none) and the slope's error.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Line(double Weight, double X, double Z, double Slope, double SlopeError)
    {
        public static Line Through(ImmutableArray<Ruler> rulers, Parameters prior, bool onlyInside)
        {
            var (w, wx, wz, wxx, wxz) = (0.0, 0.0, 0.0, 0.0, 0.0);
            foreach (var ruler in rulers)
            {
                var isInside = ruler.Confidence is > 0 and < 10;
                if (ruler.Amount is not (> 0 and < double.PositiveInfinity) || (onlyInside && !isInside))
                {
                    continue;
                }

                var x = Math.Log(ruler.Amount);
                var z = Normal.Quantile(Math.Clamp(ruler.Confidence / 10.0, 0.05, 0.95));
                var rounding = Rounding / Normal.Density(z);
                var weight = 1 / ((rounding * rounding) + (prior.RulerSlip * prior.RulerSlip));
                w += weight;
                wx += weight * x;
                wz += weight * z;
                wxx += weight * x * x;
                wxz += weight * x * z;
            }

            var width = wxx - (wx * wx / w);
            return !(w > 0) ? default
                : width > 1e-9 ? new(w, wx / w, wz / w, (wxz - (wx * wz / w)) / width, 1 / Math.Sqrt(width))
                : new(w, wx / w, wz / w, 0, 0);
        }
    }
}
