using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>The wins of one goal as they stand: what was corrected or taken back is none of them any more.</summary>
internal static class GoalWins
{
    public static IQueryable<Entry> Of(CairnDb db, Guid person, Guid goal) =>
        db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == person && entry.SupersededBy == null && entry.Outcome == Outcome.Won)
            .Where(entry =>
                db.Steps.Any(step => step.PersonId == person && step.Id == entry.StepId && step.GoalId == goal)
            );

    /// <summary>The only notes that can be shown to anybody.</summary>
    public static IQueryable<Entry> WithNotes(CairnDb db, Guid person, Guid goal) =>
        Of(db, person, goal).Where(entry => entry.Note != null && entry.Note != "");

    /// <summary>Those of them that were chosen for one supporter.</summary>
    public static IQueryable<Entry> Chosen(CairnDb db, Supporter supporter) =>
        WithNotes(db, supporter.PersonId, supporter.GoalId)
            .Where(entry =>
                db.SharedNotes.Any(note =>
                    note.PersonId == supporter.PersonId && note.SupportId == supporter.Id && note.EntryId == entry.Id
                )
            );
}
