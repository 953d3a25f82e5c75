namespace Cairn.Insights;

/// <summary>How Cairn's promises to this person came true, by what was said.</summary>
/// <param name="Bands">The surest last.</param>
public sealed record Calibration(IReadOnlyList<ChanceBand> Bands)
{
    /// <summary>Fewer say nothing about how well they are kept.</summary>
    public const int FewestTimes = 10;

    /// <summary>What was said most often; null as long as that was seldom.</summary>
    public ChanceBand? MostSaid =>
        Bands
            .Where(band => band.Times >= FewestTimes)
            .OrderBy(band => band.Times)
            .ThenBy(band => band.Tenths)
            .LastOrDefault();

    public static Calibration Of(IEnumerable<Promise> promises) =>
        new([
            .. promises
                .GroupBy(promise => (int)Math.Round(promise.Chance * 10, MidpointRounding.AwayFromZero))
                .OrderBy(band => band.Key)
                .Select(band => new ChanceBand(
                    band.Key,
                    band.Count(),
                    band.Count(promise => promise.IsKept),
                    band.Count(promise => promise.IsSilent),
                    band.Sum(promise => promise.Chance),
                    Math.Sqrt(band.Sum(promise => promise.Chance * (1 - promise.Chance)))
                )),
        ]);
}

/// <summary>The promises of about one chance.</summary>
/// <param name="Tenths">"n in 10", as it was said.</param>
/// <param name="Times">How often it was said.</param>
/// <param name="Kept">How often the aim was reached.</param>
/// <param name="Silent">Of the others, the days without a word.</param>
/// <param name="Expected">How often it would be, by the chances before rounding.</param>
/// <param name="Spread">By how much chance alone moves that.</param>
public sealed record ChanceBand(int Tenths, int Times, int Kept, int Silent, double Expected, double Spread)
{
    private const double Central80 = 1.2816;

    /// <summary>Between this and <see cref="High"/> it comes out in 8 of 10 cases if the chances are true.</summary>
    public double Low => Math.Max(0, Math.Round(Expected - Central80 * Spread));

    public double High => Math.Min(Times, Math.Round(Expected + Central80 * Spread));
}
