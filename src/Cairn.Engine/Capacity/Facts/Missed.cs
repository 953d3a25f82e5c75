namespace Cairn.Engine.Capacity;

/// <summary>
/// No win on a planned day on which there was some word or sign of the person. A day without any sign has no
/// such fact: absence is never a miss.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Step">The step.</param>
/// <param name="InForce">The bars that the person saw on that day.</param>
/// <param name="Reason">Why, in the person's own view.</param>
/// <param name="Amount">What was done all the same, below the floor, in the step's unit.</param>
public sealed record Missed(DateOnly Day, Guid Step, Bars InForce, MissReason Reason, double? Amount) : Fact(Day);
