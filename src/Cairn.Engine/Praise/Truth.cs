namespace Cairn.Engine.Praise;

/// <summary>One true thing that a win changes. The app words it; here are only its figures.</summary>
public abstract record Truth
{
    private Truth() { }

    /// <summary>Which kind of thing it is.</summary>
    public abstract TruthKind Kind { get; }

    /// <summary>Whether it changes anything that can be seen.</summary>
    internal virtual bool IsVisible => true;

    /// <summary>The first win of all.</summary>
    public sealed record First : Truth
    {
        /// <inheritdoc/>
        public override TruthKind Kind => TruthKind.First;
    }

    /// <summary>A round number of stones.</summary>
    /// <param name="Stones">The count, this win included.</param>
    public sealed record Mark(int Stones) : Truth
    {
        /// <inheritdoc/>
        public override TruthKind Kind => TruthKind.Mark;
    }

    /// <summary>The first win after a lapse.</summary>
    /// <param name="Days">Days that it lasted.</param>
    public sealed record Comeback(int Days) : Truth
    {
        /// <inheritdoc/>
        public override TruthKind Kind => TruthKind.Comeback;
    }

    /// <summary>More than usual.</summary>
    /// <param name="Improvement">What improved, by how much, against what.</param>
    public sealed record Improved(Improvement Improvement) : Truth
    {
        /// <inheritdoc/>
        public override TruthKind Kind => TruthKind.Improvement;
    }

    /// <summary>The next time has a better chance, or a larger size with the same one.</summary>
    /// <param name="Before">Chance of the same amount before the win, 0 to 1.</param>
    /// <param name="After">Chance after it.</param>
    public sealed record Chance(double Before, double After) : Truth
    {
        /// <inheritdoc/>
        public override TruthKind Kind => TruthKind.Chance;

        internal override bool IsVisible => Rounded(100 * After) > Rounded(100 * Before);
    }

    /// <summary>Momentum rises.</summary>
    /// <param name="Before">Momentum before the win, 0 to 100.</param>
    /// <param name="After">Momentum after it.</param>
    public sealed record Momentum(double Before, double After) : Truth
    {
        /// <inheritdoc/>
        public override TruthKind Kind => TruthKind.Momentum;

        internal override bool IsVisible => Rounded(After) > Rounded(Before);
    }

    /// <summary>On how many of the last days there was a win of that step; of what is counted, how often.</summary>
    /// <param name="Count">How many, this win included.</param>
    /// <param name="Of">How many days were looked at.</param>
    /// <param name="IsTimes">Times are counted and not days: there the first one is worth saying as well.</param>
    public sealed record Lately(int Count, int Of, bool IsTimes = false) : Truth
    {
        /// <inheritdoc/>
        public override TruthKind Kind => TruthKind.Lately;

        internal override bool IsVisible => IsTimes || Count > 1;
    }

    /// <summary>How many stones there are now.</summary>
    /// <param name="Stones">The count, this win included.</param>
    public sealed record Total(int Stones) : Truth
    {
        /// <inheritdoc/>
        public override TruthKind Kind => TruthKind.Total;
    }

    private static double Rounded(double figure) => Math.Round(figure, MidpointRounding.AwayFromZero);
}

/// <summary>The kinds of true things, the rarest first.</summary>
public enum TruthKind
{
    /// <summary>The first win of all.</summary>
    First,

    /// <summary>A round number of stones.</summary>
    Mark,

    /// <summary>The first win after a lapse.</summary>
    Comeback,

    /// <summary>More than usual.</summary>
    Improvement,

    /// <summary>The chance of the next time.</summary>
    Chance,

    /// <summary>Momentum.</summary>
    Momentum,

    /// <summary>The last days of the step.</summary>
    Lately,

    /// <summary>The number of stones.</summary>
    Total,
}
