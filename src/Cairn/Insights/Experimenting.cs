using System.Buffers.Binary;
using System.Security.Cryptography;
using Cairn.Data;
using Cairn.Engine.Effects;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Insights;

/// <summary>Begins and ends tests by coin. There is one at a time, and its days are settled before the first of them.</summary>
public sealed class Experimenting(CairnDb db, WriteGate gate)
{
    /// <summary>From tomorrow on.</summary>
    /// <param name="me">Whose.</param>
    /// <param name="id">Made by the page, so that the same button pressed twice is one experiment.</param>
    /// <param name="step">A practice that is not put away.</param>
    /// <param name="cancel">Stops the waiting.</param>
    /// <returns><see cref="Kept.Changed"/> where another one is not over yet; <see cref="Kept.NotHere"/> where there is no such step.</returns>
    public Task<Kept> Begin(Me me, Guid id, Guid step, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (!await IsHere(me, step, cancel))
                {
                    return Kept.NotHere;
                }

                if (await db.DayWords.AnyAsync(word => word.PersonId == me.Id && word.Id == id, cancel))
                {
                    return Kept.Saved;
                }

                if (await Counting(me).AnyAsync(other => other.Last >= me.Today && other.Last >= other.Day, cancel))
                {
                    return Kept.Changed;
                }

                var first = me.Today.AddDays(1);
                db.DayWords.Add(
                    new Experiment
                    {
                        PersonId = me.Id,
                        Id = id,
                        Day = first,
                        Zone = me.Person.Zone,
                        At = me.Now,
                        StepId = step,
                        Question = Asked.Mood,
                        Seed = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long))),
                        Last = first.AddDays(CoinPlan.Days - 1),
                    }
                );
                return Kept.Saved;
            },
            cancel
        );

    /// <summary>Yesterday was its last day; what was seen until then stays.</summary>
    /// <returns>Not here where there is no such experiment; changed where the id means something else already.</returns>
    public Task<Kept> Stop(Me me, Guid id, Guid experiment, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var known = await db
                    .DayWords.OfType<Experiment>()
                    .FirstOrDefaultAsync(word => word.PersonId == me.Id && word.Id == experiment, cancel);
                if (known is not { SupersededBy: null, StepId: { } step } || known.Last < me.Today)
                {
                    return known is null ? Kept.NotHere : Kept.Saved;
                }

                if (await db.DayWords.AnyAsync(word => word.PersonId == me.Id && word.Id == id, cancel))
                {
                    return Kept.Changed;
                }

                known.SupersededBy = id;
                db.DayWords.Add(
                    new Experiment
                    {
                        PersonId = me.Id,
                        Id = id,
                        Day = known.Day,
                        Zone = known.Zone,
                        At = me.Now,
                        StepId = step,
                        Question = known.Question,
                        Seed = known.Seed,
                        Last = known.Day <= me.Today ? me.Today.AddDays(-1) : known.Day.AddDays(-1),
                    }
                );
                return Kept.Saved;
            },
            cancel
        );

    private IQueryable<Experiment> Counting(Me me) =>
        db.DayWords.OfType<Experiment>().Where(word => word.PersonId == me.Id && word.SupersededBy == null);

    private async Task<bool> IsHere(Me me, Guid step, CancellationToken cancel) =>
        await db
            .StepVersions.Where(version => version.PersonId == me.Id && version.StepId == step)
            .Where(_ => db.Steps.Any(s => s.PersonId == me.Id && s.Id == step && s.Kind == StepKind.Practice))
            .OrderByDescending(version => version.Number)
            .Select(version => !version.Archived)
            .FirstOrDefaultAsync(cancel);
}
