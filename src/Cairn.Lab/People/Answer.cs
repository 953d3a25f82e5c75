using Cairn.Engine.Capacity;

namespace Cairn.Lab.People;

/// <summary>What a simulated person did and told.</summary>
/// <param name="Step">Which of the steps.</param>
/// <param name="Bars">What was offered.</param>
/// <param name="Tier">The bar that was reached; null for none.</param>
/// <param name="Reason">Why there was no win, if the person said so.</param>
/// <param name="Told">The exact amount, if the person gave one.</param>
/// <param name="ThatWasAll">Whether the person said that more was not possible.</param>
/// <param name="Volume">What was done, in stated sizes.</param>
/// <param name="Could">What would have been possible; null if not started. Only for scoring.</param>
public sealed record Answer(
    int Step,
    Bars Bars,
    Tier? Tier,
    MissReason Reason,
    double? Told,
    bool ThatWasAll,
    double Volume,
    double? Could
);
