using Cairn.Data;
using Cairn.People;

namespace Cairn.Today.Actions;

/// <summary>
/// The one way in which something is said. Of two words about the same step and day the one that was said later
/// counts, whatever the order in which they arrive; the other is kept behind it.
/// </summary>
public sealed class Log(CairnDb db, WriteGate gate)
{
    public async Task<ActionResult> Take(Me me, DayAction action, CancellationToken cancel) =>
        (await Take(me, [action], cancel))[0];

    /// <summary>All in one transaction; one that cannot be does not stop the others.</summary>
    /// <returns>What became of each, in the order of <paramref name="actions"/>.</returns>
    public Task<IReadOnlyList<ActionResult>> Take(Me me, IReadOnlyList<DayAction> actions, CancellationToken cancel) =>
        gate.Write<IReadOnlyList<ActionResult>>(
            db,
            me.Id,
            async () =>
            {
                var writing = await Writing.Begin(db, me, actions, cancel);
                var results = new ActionResult[actions.Count];
                foreach (var place in Enumerable.Range(0, actions.Count).OrderBy(i => actions[i].At ?? me.Now))
                {
                    results[place] = writing.Take(actions[place]);
                }

                await writing.Save(cancel);
                return results;
            },
            cancel
        );
}
