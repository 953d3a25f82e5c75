namespace Cairn.Engine.Effects;

/// <summary>One column against another, both freed of the same background (evidence 4.3; Frisch, Waugh, Lovell).</summary>
internal static class Link
{
    // Half a spread of the outcome: a large effect, but days have many causes.
    private const double UsualSize = 0.5;

    /// <summary>
    /// The belief about what one unit of <paramref name="cause"/> adds to <paramref name="outcome"/>; null when the
    /// background leaves nothing of either.
    /// </summary>
    public static SpikeAndSlab? Between(double[] cause, double[] outcome, Background background, double prior)
    {
        var (causeLeft, outcomeLeft) = (background.Without(cause), background.Without(outcome));
        var (moved, spread) = (Background.Dot(causeLeft, causeLeft), Background.Dot(outcomeLeft, outcomeLeft));
        var freedom = cause.Length - background.Columns - 1;
        if (
            freedom < 1
            || moved <= 1e-9 * Background.Dot(cause, cause)
            || spread <= 1e-9 * Background.Dot(outcome, outcome)
        )
        {
            return null;
        }

        var estimate = Background.Dot(causeLeft, outcomeLeft) / moved;
        var unexplained = Math.Max(spread - (estimate * estimate * moved), 1e-12 * spread);
        return new(
            estimate,
            Math.Sqrt(unexplained / freedom / moved),
            UsualSize * Math.Sqrt(spread / (cause.Length - background.Columns)),
            prior
        );
    }
}
