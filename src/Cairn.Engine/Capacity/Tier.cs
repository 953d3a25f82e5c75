namespace Cairn.Engine.Capacity;

/// <summary>Which bar a win reached.</summary>
public enum Tier
{
    /// <summary>At least the floor. A win like any other.</summary>
    Floor = 1,

    /// <summary>At least the target.</summary>
    Target = 2,

    /// <summary>At least the stretch.</summary>
    Stretch = 3,
}
