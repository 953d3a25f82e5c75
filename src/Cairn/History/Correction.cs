using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Shell;
using Microsoft.EntityFrameworkCore;

namespace Cairn.History;

/// <summary>
/// Says anew what was said before, whatever day it is about: the new words take the place of the old ones, which are kept
/// behind them. The same correction sent twice is one.
/// </summary>
public sealed class Correction(CairnDb db, WriteGate gate)
{
    /// <param name="me">Who corrects.</param>
    /// <param name="action">Made by the page.</param>
    /// <param name="entry">What is corrected; of several windows the first one changes it.</param>
    /// <param name="to">What is said instead.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public Task<Kept> Of(Me me, Guid action, Guid entry, EntryWords to, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var old = await db
                    .Entries.AsNoTracking()
                    .FirstOrDefaultAsync(e => e.PersonId == me.Id && e.Id == entry, cancel);
                if (old is null)
                {
                    return Kept.NotHere;
                }

                if (
                    await db.Entries.AnyAsync(e => e.PersonId == me.Id && e.Id == action, cancel)
                    || to == EntryWords.Of(old)
                )
                {
                    return Kept.Saved;
                }

                if (old.SupersededBy is not null)
                {
                    return Kept.Changed;
                }

                await db
                    .Entries.Where(e => e.PersonId == me.Id && e.Id == entry)
                    .ExecuteUpdateAsync(set => set.SetProperty(e => e.SupersededBy, action), cancel);
                db.Entries.Add(to.InPlaceOf(old, action, me.Now));
                if (to with { Note = old.Note } != EntryWords.Of(old))
                {
                    await Learn(me, old.Day, cancel);
                }

                return Kept.Saved;
            },
            cancel
        );

    /// <summary>Of a noticed win.</summary>
    public Task<Kept> Of(Me me, Guid action, Guid noticed, string text, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var old = await db
                    .DayWords.OfType<NoticedWin>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(w => w.PersonId == me.Id && w.Id == noticed, cancel);
                if (old is null)
                {
                    return Kept.NotHere;
                }

                if (old.Text == text || await db.DayWords.AnyAsync(w => w.PersonId == me.Id && w.Id == action, cancel))
                {
                    return Kept.Saved;
                }

                if (old.SupersededBy is not null)
                {
                    return Kept.Changed;
                }

                await db
                    .DayWords.Where(w => w.PersonId == me.Id && w.Id == noticed)
                    .ExecuteUpdateAsync(set => set.SetProperty(w => w.SupersededBy, action), cancel);
                db.DayWords.Add(
                    new NoticedWin
                    {
                        PersonId = me.Id,
                        Id = action,
                        Day = old.Day,
                        Zone = old.Zone,
                        At = me.Now,
                        Text = text,
                        Truth = old.Truth,
                    }
                );
                return Kept.Saved;
            },
            cancel
        );

    /// <summary>Of answers that there are already; of each question the latest answer counts.</summary>
    public Task<Kept> Of(
        Me me,
        Guid action,
        DateOnly day,
        IReadOnlyDictionary<string, Answer> answers,
        CancellationToken cancel
    ) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var said = await db
                    .DayWords.OfType<CheckIn>()
                    .AsNoTracking()
                    .Where(word => word.PersonId == me.Id && word.Day == day && word.SupersededBy == null)
                    .ToListAsync(cancel);
                if (said.Count == 0)
                {
                    return Kept.NotHere;
                }

                var now = CheckIn.ByDay(said)[day];
                var known = said.SelectMany(one => one.Answers.Keys).ToHashSet(StringComparer.Ordinal);
                var changed = answers
                    .Where(answer => known.Contains(answer.Key) && now.GetValueOrDefault(answer.Key) != answer.Value)
                    .ToDictionary(StringComparer.Ordinal);
                if (
                    changed.Count > 0
                    && !await db.DayWords.AnyAsync(w => w.PersonId == me.Id && w.Id == action, cancel)
                )
                {
                    db.DayWords.Add(
                        new CheckIn
                        {
                            PersonId = me.Id,
                            Id = action,
                            Day = day,
                            Zone = said[0].Zone,
                            At = me.Now,
                            Answers = changed,
                        }
                    );
                }

                return Kept.Saved;
            },
            cancel
        );

    /// <summary>What is believed of an old day is stored: it is worked out anew.</summary>
    private async Task Learn(Me me, DateOnly day, CancellationToken cancel)
    {
        if (await db.Beliefs.AnyAsync(belief => belief.PersonId == me.Id && belief.Through >= day, cancel))
        {
            await db.SaveChangesAsync(cancel);
            await Snapshots.Rebuild(db, me.Id, Snapshots.DueOn(me.Today), cancel);
        }
    }
}

/// <summary>What an entry says.</summary>
public sealed record EntryWords(Outcome Outcome, Tier? Tier, double? Amount, string? Note)
{
    public static EntryWords Of(Entry entry) => new(entry.Outcome, entry.Tier, entry.Amount, entry.Note);

    /// <param name="old">What is corrected.</param>
    /// <param name="said">A bar, or an outcome, by its name; what is no name changes nothing.</param>
    /// <param name="amount">How much it was; null where nobody says, not a number where nobody can read it.</param>
    /// <param name="note">Of several lines.</param>
    /// <param name="wrong">What has to be mended first.</param>
    /// <returns>Null if something has to be.</returns>
    public static EntryWords? Read(Entry old, string? said, double? amount, string? note, out string? wrong)
    {
        var written = Typed.Note(note);
        wrong =
            Typed.Trouble(written, most: CairnDb.NoteLength)
            ?? (amount is null or (>= 0 and <= Units.MostOfADay) ? null : HistoryWords.AmountCannotBe);
        return wrong is null ? Meant(old, said, amount) with { Note = written.Length > 0 ? written : null } : null;
    }

    /// <summary>An amount decides which bar it was, as on Today.</summary>
    private static EntryWords Meant(Entry old, string? said, double? amount)
    {
        if (old.Kind != StepKind.Practice)
        {
            return Of(old);
        }

        if (
            Enum.TryParse<Outcome>(said, ignoreCase: true, out var outcome)
            && outcome is Outcome.Rest or Outcome.Reserve
        )
        {
            return new(outcome, null, null, null);
        }

        var tier =
            amount is { } done ? old.Bars.TierOf(done)
            : Enum.TryParse<Tier>(said, ignoreCase: true, out var tapped) && Enum.IsDefined(tapped) ? tapped
            : string.Equals(said, nameof(Outcome.NotToday), StringComparison.OrdinalIgnoreCase) ? null
            : old.Tier;
        return new(tier is null ? Outcome.NotToday : Outcome.Won, tier, amount, null);
    }

    public Entry InPlaceOf(Entry old, Guid id, DateTimeOffset now) =>
        new()
        {
            PersonId = old.PersonId,
            Id = id,
            StepId = old.StepId,
            Kind = old.Kind,
            Day = old.Day,
            Zone = old.Zone,
            At = now,
            Outcome = Outcome,
            Tier = Tier,
            Amount = Amount,
            ThatWasAll = old.ThatWasAll && Nullable.Equals(Amount, old.Amount),
            Reason = Outcome == Outcome.NotToday ? old.Reason : MissReason.None,
            Note = Note,
            Bars = old.Bars,
            Truth = old.Truth,
            Source = Data.Entry.SourceByHand(old.Source, id),
        };
}
