using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

public static class FirstVersion
{
    /// <summary>Begins a step, as the last in the person's own order. To be called inside a write.</summary>
    /// <param name="db">The store.</param>
    /// <param name="goal">What it is for.</param>
    /// <param name="kind">For good.</param>
    /// <param name="first">How it is done at first; says whose it is, and under which id.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task BeginStep(
        this CairnDb db,
        Guid goal,
        StepKind kind,
        StepVersion first,
        CancellationToken cancel
    )
    {
        db.Steps.Add(
            new Step
            {
                PersonId = first.PersonId,
                Id = first.StepId,
                GoalId = goal,
                Kind = kind,
                Position = await db.Steps.CountAsync(step => step.PersonId == first.PersonId, cancel),
                Created = first.Written,
            }
        );
        db.StepVersions.Add(first);
    }
}
