namespace Cairn.Today.Actions;

/// <summary>What became of an action.</summary>
/// <param name="Id">The action's id.</param>
/// <param name="State">What became of it.</param>
/// <param name="Counts">The entry or word that says it now, if there is one.</param>
/// <param name="Why">For a person, where it was not taken.</param>
public sealed record ActionResult(Guid Id, ActionState State, Guid? Counts = null, string? Why = null)
{
    public bool IsTaken => State is ActionState.Saved or ActionState.Known;
}

public enum ActionState
{
    /// <summary>It is on the disk.</summary>
    Saved,

    /// <summary>It was there already; nothing changed.</summary>
    Known,

    /// <summary>It cannot be.</summary>
    Refused,

    /// <summary>It is about something that this person does not have.</summary>
    NotHere,
}
