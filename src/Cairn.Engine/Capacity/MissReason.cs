namespace Cairn.Engine.Capacity;

/// <summary>Why there was no win. The reason decides what may be learned from it.</summary>
public enum MissReason
{
    /// <summary>Nothing was said: either too big or never started, weighed by how likely each is.</summary>
    None,

    /// <summary>The size was too big.</summary>
    TooBig,

    /// <summary>There was no energy for it: about capacity, like <see cref="TooBig"/>.</summary>
    NoEnergy,

    /// <summary>Forgotten: about the cue, never about the size.</summary>
    Forgot,

    /// <summary>There was no chance to start: about the day, never about the size.</summary>
    NoChance,

    /// <summary>Something outside the person: never about the size.</summary>
    Outside,

    /// <summary>Not wanted: weighed like no reason; the third time the app asks whether the step still matters.</summary>
    DidNotWant,
}
