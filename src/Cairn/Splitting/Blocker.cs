namespace Cairn.Splitting;

/// <summary>What stands between a person and a task. Each leads to its own way of splitting it.</summary>
public enum Blocker
{
    TooBig,
    Unclear,
    Perfectionism,
    Fear,
    Boring,
    LowEnergy,
    Distraction,
    Resistance,
}
