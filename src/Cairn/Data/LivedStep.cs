namespace Cairn.Data;

/// <summary>A step as it is on one day: the version in force, and the area of its goal.</summary>
public sealed record LivedStep(Step Step, StepVersion Version, string Area)
{
    public Guid Id => Step.Id;
}
