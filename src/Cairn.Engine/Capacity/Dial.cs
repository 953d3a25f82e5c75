namespace Cairn.Engine.Capacity;

/// <summary>How sure the target shall be, given that the person starts at all.</summary>
public enum Dial
{
    /// <summary>The target is reached on 95 days in 100.</summary>
    Gentle,

    /// <summary>The target is reached on 90 days in 100.</summary>
    Steady,

    /// <summary>The target is reached on 80 days in 100.</summary>
    Bold,
}
