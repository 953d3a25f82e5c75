using Cairn.Data;
using Cairn.Ladders;
using Cairn.Shell;

namespace Cairn.Welcome;

/// <summary>A step in one's own words, or taken from a ladder and made one's own.</summary>
/// <param name="Amount">The size that one has in mind; not a number for what cannot be read as one.</param>
public sealed record StepWords(string Name, double Amount, string Unit, Ladder? Ladder = null)
{
    /// <summary>More than this a day is not a step but a wish.</summary>
    private const double MostAnAmountCanBe = 100_000;

    private const double LeastAnAmountCanBe = 0.1;

    public static StepWords Read(string? name, double? amount, string? unit, Ladder? ladder) =>
        new(
            Typed.Line(name),
            amount ?? double.NaN,
            Typed.Line(unit) is { Length: > 0 } given ? given : WelcomeWords.UnitUsual,
            ladder
        );

    /// <summary>What has to be mended first, in one sentence; null when it can be kept.</summary>
    public string? Wrong() =>
        Typed.Trouble(Name, WelcomeWords.StepMissing)
        ?? Typed.Trouble(Unit, most: CairnDb.UnitLength)
        ?? (Amount is >= LeastAnAmountCanBe and <= MostAnAmountCanBe ? null : WelcomeWords.AmountMissing);
}
