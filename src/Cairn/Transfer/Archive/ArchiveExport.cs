using System.Data;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer.Archive;

/// <summary>Every fact of one person, as they were at one instant.</summary>
public static class ArchiveExport
{
    public static async Task<ArchiveFacts> Of(CairnDb db, Me me, CancellationToken cancel)
    {
        await using var instant = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == me.Id, cancel);
        return new ArchiveFacts(
            new ArchiveHead(
                ArchiveHead.FormatName,
                ArchiveHead.NewestVersion,
                me.Now,
                new(
                    person.Zone,
                    person.DayStart,
                    person.Language,
                    person.Dial,
                    person.Created,
                    person.OpenSteps,
                    person.Evening,
                    person.Celebration,
                    person.RatesFeelings,
                    person.HiddenFigures is { Length: > 0 } hidden ? hidden : null
                )
            ),
            await db
                .Goals.AsNoTracking()
                .Where(g => g.PersonId == me.Id)
                .OrderBy(g => g.Id)
                .Select(g => new ArchivedGoal(g.Id, g.Title, g.Why, g.Area, g.Created, g.Source, g.State))
                .ToListAsync(cancel),
            await db
                .Steps.AsNoTracking()
                .Where(s => s.PersonId == me.Id)
                .OrderBy(s => s.Position)
                .ThenBy(s => s.Id)
                .Select(s => new ArchivedStep(s.Id, s.GoalId, s.Kind, s.Position, s.Created, s.Source))
                .ToListAsync(cancel),
            await db
                .StepVersions.AsNoTracking()
                .Where(v => v.PersonId == me.Id)
                .OrderBy(v => v.StepId)
                .ThenBy(v => v.Number)
                .Select(v => new ArchivedVersion(
                    v.StepId,
                    v.Number,
                    v.From,
                    v.Name,
                    v.Unit,
                    v.Scale,
                    v.Stated,
                    v.WorstDay,
                    v.Enough,
                    v.Pinned,
                    v.Cue,
                    v.Times,
                    v.PerDays,
                    v.Archived,
                    v.Written,
                    v.Ladder,
                    v.Action,
                    v.Place,
                    v.Time,
                    v.Rehearsed,
                    v.Obstacle,
                    v.PlanB,
                    v.GoodEnough,
                    v.Days
                ))
                .ToListAsync(cancel),
            await db
                .Confidences.AsNoTracking()
                .Where(c => c.PersonId == me.Id)
                .OrderBy(c => c.Id)
                .Select(c => new ArchivedConfidence(c.Id, c.StepId, c.Day, c.Amount, c.Rating, c.At))
                .ToListAsync(cancel),
            await db
                .Entries.AsNoTracking()
                .Where(e => e.PersonId == me.Id)
                .OrderBy(e => e.Day)
                .ThenBy(e => e.Id)
                .Select(e => new ArchivedEntry(
                    e.Id,
                    e.StepId,
                    e.Day,
                    e.Zone,
                    e.At,
                    e.Outcome,
                    e.Tier,
                    e.Amount,
                    e.ThatWasAll,
                    e.Reason,
                    e.Note,
                    e.Bars,
                    e.SupersededBy,
                    e.Source,
                    e.Truth
                ))
                .ToListAsync(cancel),
            [
                .. (
                    await db
                        .DayWords.AsNoTracking()
                        .Where(w => w.PersonId == me.Id)
                        .OrderBy(w => w.Day)
                        .ThenBy(w => w.Id)
                        .ToListAsync(cancel)
                ).Select(ArchivedWords.Of),
            ],
            await PlansExport.Of(db, me.Id, cancel)
        );
    }
}
