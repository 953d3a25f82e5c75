using Cairn.Engine.Effects;

namespace Cairn.Lab.Effects;

/// <summary>How a detector did among many people of one world.</summary>
/// <param name="AnyFalse">The share of people to whom something untrue was shown.</param>
/// <param name="FalseShare">The mean share of untrue among what was shown to a person, 0 where nothing was (FDR).</param>
/// <param name="Power">The share of what is true that was shown, with the right sign.</param>
/// <param name="Exaggeration">The mean of shown effect over true effect, among the true ones shown; NaN with none.</param>
/// <param name="Warned">The share of what was shown that says that the morning may explain it.</param>
public sealed record Tally(double AnyFalse, double FalseShare, double Power, double Exaggeration, double Warned)
{
    /// <summary>Shows people their hunches and counts.</summary>
    public static Tally Of(
        PlantedWorld world,
        int days,
        int people,
        int seed,
        Func<PlantedPerson, IEnumerable<Hunch>>? detector = null
    )
    {
        detector ??= person => Hunches.Show(person.Log);
        var (anyFalse, falseShare, found, exaggeration, warned, shown) = (0, 0.0, 0, 0.0, 0, 0);
        for (var i = 0; i < people; i++)
        {
            var person = PlantedPerson.Live(world, days, unchecked(seed * 1_000_003 + i));
            var hunches = detector(person).ToArray();
            var right = hunches.Where(hunch => hunch.Effect * person.Truth[hunch.Action] > 0).ToArray();
            found += right.Length;
            exaggeration += right.Sum(hunch => hunch.Effect / person.Truth[hunch.Action]);
            shown += hunches.Length;
            warned += hunches.Count(hunch => hunch.MorningMayExplain);
            if (hunches.Length > right.Length)
            {
                anyFalse++;
                falseShare += (hunches.Length - right.Length) / (double)hunches.Length;
            }
        }

        return new(
            anyFalse / (double)people,
            falseShare / people,
            world.Planted > 0 ? found / (double)(people * world.Planted) : 0,
            exaggeration / found,
            warned / (double)shown
        );
    }
}
