using Cairn.Engine.Effects;
using MathNet.Numerics.Distributions;

namespace Cairn.Lab.Effects;

/// <summary>What trackers usually do, for comparison: Pearson's r of every action, and a star below p = .05.</summary>
public static class Correlation
{
    public static IEnumerable<Hunch> Show(PlantedPerson person)
    {
        var rated = person.Pages.Where(page => page.Evening is not null).ToArray();
        for (var action = 0; action < person.Actions.Length; action++)
        {
            var here = action;
            var with = rated.Where(page => page.Done[here] == true).Select(page => page.Evening!.Value).ToArray();
            var without = rated.Where(page => page.Done[here] == false).Select(page => page.Evening!.Value).ToArray();
            if (with.Length < 2 || without.Length < 2)
            {
                continue;
            }

            var (n, difference) = (with.Length + without.Length, with.Average() - without.Average());
            var squares = Squares(with) + Squares(without);
            var error = Math.Sqrt(squares / (n - 2) * (1.0 / with.Length + 1.0 / without.Length));
            if (2 * StudentT.CDF(0, 1, n - 2, -Math.Abs(difference / error)) < 0.05)
            {
                yield return new(person.Actions[here], 1, difference, 0, 0, with.Length, without.Length, false);
            }
        }
    }

    private static double Squares(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}
