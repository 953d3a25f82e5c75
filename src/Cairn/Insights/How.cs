namespace Cairn.Insights;

/// <summary>How one of the numbers is computed, in plain words; docs/numbers/insights.md has the exact ones.</summary>
/// <param name="Number">As the address names it.</param>
/// <param name="Title">What the number is called.</param>
/// <param name="Lines">What is done, what it rests on, and what it cannot say.</param>
public sealed record How(string Number, Func<string> Title, IReadOnlyList<Func<string>> Lines)
{
    public static readonly IReadOnlyList<How> All =
    [
        new(
            "worth-testing",
            () => HowWords.Worth,
            [
                () => HowWords.WorthDays,
                () => HowWords.WorthDone,
                () => HowWords.WorthFreed,
                () => HowWords.WorthBelief,
                () => HowWords.WorthLimits,
                () => HowWords.WorthTried,
            ]
        ),
        new(
            "promises",
            () => HowWords.Promises,
            [
                () => HowWords.PromisesWhat,
                () => HowWords.PromisesSilent,
                () => HowWords.PromisesBands,
                () => HowWords.PromisesExpected,
            ]
        ),
        new(
            "best-and-worst",
            () => HowWords.Best,
            [() => HowWords.BestDays, () => HowWords.BestTies, () => HowWords.BestWay, () => HowWords.BestStudy]
        ),
        new(
            "evenings",
            () => HowWords.Evenings,
            [() => HowWords.EveningsDays, () => HowWords.EveningsMeans, () => HowWords.EveningsLimits]
        ),
        new(
            "spiral",
            () => HowWords.Spiral,
            [() => HowWords.SpiralLinks, () => HowWords.SpiralShare, () => HowWords.SpiralDrawn]
        ),
        new(
            "coin",
            () => HowWords.Coin,
            [
                () => HowWords.CoinDays,
                () => HowWords.CoinAsked,
                () => HowWords.CoinFreed,
                () => HowWords.CoinOthers,
                () => HowWords.CoinLooks,
                () => HowWords.CoinFinds,
            ]
        ),
        new("shuffle", () => HowWords.Shuffle, [() => HowWords.ShuffleDone, () => HowWords.ShuffleWhy]),
    ];

    public static How? Of(string number) => All.FirstOrDefault(how => how.Number == number);
}
