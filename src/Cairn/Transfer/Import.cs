using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer;

/// <summary>Writes what a file adds: all of it or nothing, in one transaction, and makes the belief fit.</summary>
public sealed class Import(CairnDb db, WriteGate gate, SafetyCopy copy)
{
    /// <summary>What <see cref="Run"/> would add now.</summary>
    public async Task<ImportReport> Preview(Me me, TransferFile file, Answers answers, CancellationToken cancel)
    {
        var (additions, told) = await file.CompareWith(db, me, answers, cancel);
        return additions.Report(told);
    }

    /// <summary>
    /// Adds what is new, after a copy of what is there. With a question open (<see cref="ImportReport.IsOpen"/>)
    /// or nothing new, nothing is written.
    /// </summary>
    /// <exception cref="UnusableFileException">There could be no copy.</exception>
    public async Task<ImportReport> Run(Me me, TransferFile file, Answers answers, CancellationToken cancel)
    {
        var preview = await Preview(me, file, answers, cancel);
        if (preview.IsOpen || preview.IsEmpty)
        {
            return preview;
        }

        await copy.Make(db, me, cancel);
        return await gate.Write(
            db,
            me.Id,
            async () =>
            {
                var (additions, told) = await file.CompareWith(db, me, answers, cancel);
                if (!additions.IsEmpty)
                {
                    await Write(me, additions, cancel);
                }

                return additions.Report(told);
            },
            cancel
        );
    }

    private async Task Write(Me me, Additions additions, CancellationToken cancel)
    {
        if (additions.Person is { } settings)
        {
            await db
                .People.Where(person => person.Id == me.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(person => person.Zone, settings.Zone)
                            .SetProperty(person => person.DayStart, settings.DayStart)
                            .SetProperty(person => person.Language, settings.Language)
                            .SetProperty(person => person.Dial, settings.Dial)
                            .SetProperty(person => person.OpenSteps, settings.OpenSteps)
                            .SetProperty(person => person.Evening, settings.Evening)
                            .SetProperty(person => person.Celebration, settings.Celebration)
                            .SetProperty(person => person.RatesFeelings, settings.RatesFeelings)
                            .SetProperty(person => person.HiddenFigures, settings.HiddenFigures)
                            .SetProperty(person => person.Created, settings.Created),
                    cancel
                );
        }

        foreach (var (entry, by) in additions.Superseded)
        {
            await db
                .Entries.Where(e => e.PersonId == me.Id && e.Id == entry)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.SupersededBy, by), cancel);
        }

        foreach (var (word, by) in additions.SupersededWords)
        {
            await db
                .DayWords.Where(w => w.PersonId == me.Id && w.Id == word)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.SupersededBy, by), cancel);
        }

        db.Goals.AddRange(additions.Goals);
        db.Steps.AddRange(additions.Steps);
        db.StepVersions.AddRange(additions.Versions);
        db.Confidences.AddRange(additions.Confidences);
        db.DayWords.AddRange(additions.Words);
        db.GoalVersions.AddRange(additions.GoalVersions);
        db.Outlines.AddRange(additions.Outlines);
        db.Routines.AddRange(additions.Routines);
        db.Cheers.AddRange(additions.Cheers);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await ManyRows.Add(db, additions.Entries, cancel);
        await Snapshots.Rebuild(db, me.Id, me.Today.AddDays(-Life.RecentDays - 1), cancel);
    }
}
