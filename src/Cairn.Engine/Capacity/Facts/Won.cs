namespace Cairn.Engine.Capacity;

/// <summary>A win.</summary>
/// <param name="Day">The day.</param>
/// <param name="Step">The step.</param>
/// <param name="InForce">The bars that the person saw on that day.</param>
/// <param name="Tier">The bar that was reached.</param>
/// <param name="Amount">The exact amount where it is known, in the step's unit.</param>
/// <param name="ThatWasAll">More was not possible: the amount was this day's limit.</param>
public sealed record Won(DateOnly Day, Guid Step, Bars InForce, Tier Tier, double? Amount, bool ThatWasAll) : Fact(Day);
