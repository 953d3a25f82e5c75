using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cairn.Data;
using Cairn.People;
using Cairn.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Reflect.Letters;

/// <summary>A month or a year to look back on.</summary>
/// <param name="Today">The reader's day.</param>
/// <param name="Period">What it is about.</param>
/// <param name="Facts">What it tells; null as long as the time is not over.</param>
/// <param name="Piles">The stones of its weeks or months.</param>
/// <param name="FirstRead">When it was written.</param>
public sealed record LetterView(
    DateOnly Today,
    Period Period,
    LetterFacts? Facts,
    IReadOnlyList<Pile> Piles,
    DateOnly? FirstRead
);

/// <summary>Writes a letter when it is read for the first time, and keeps what it tells.</summary>
public sealed class LetterWriting(CairnDb db, WriteGate gate)
{
    public Task<LetterView> Read(Me me, Period period, CancellationToken cancel) =>
        Read(me, period, keep: true, cancel);

    /// <summary>The same for what looks in and is not its person: nothing is kept, so the letter is still to be written.</summary>
    public Task<LetterView> Look(Me me, Period period, CancellationToken cancel) =>
        Read(me, period, keep: false, cancel);

    private async Task<LetterView> Read(Me me, Period period, bool keep, CancellationToken cancel)
    {
        if (period.Last >= me.Today)
        {
            return new LetterView(me.Today, period, null, [], null);
        }

        var records = await Records.Read(db, me.Id, period.First, cancel, period.Last);
        var piles = Stones.PilesOf(records, period.Parts);
        var kept = await Kept(me.Id, period, cancel);
        if (kept is null)
        {
            var facts = LetterFacts.Of(records, period);
            if (keep)
            {
                await Keep(me, period, facts, cancel);
            }

            return new LetterView(me.Today, period, facts, piles, keep ? me.Today : null);
        }

        return new LetterView(
            me.Today,
            period,
            JsonSerializer.Deserialize(kept.Content, LetterJson.Default.LetterFacts),
            piles,
            kept.Day
        );
    }

    private Task<Letter?> Kept(Guid person, Period period, CancellationToken cancel) =>
        db
            .DayWords.OfType<Letter>()
            .AsNoTracking()
            .Where(letter => letter.PersonId == person && letter.SupersededBy == null && letter.Period == period.Key)
            .FirstOrDefaultAsync(cancel);

    /// <summary>Two readers at once write one letter: its id comes from the person and the time.</summary>
    private Task<bool> Keep(Me me, Period period, LetterFacts facts, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (await Kept(me.Id, period, cancel) is not null)
                {
                    return false;
                }

                var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{me.Id:N} letter {period.Key}")).AsSpan(0, 16);
                db.DayWords.Add(
                    new Letter
                    {
                        PersonId = me.Id,
                        Id = new Guid(id),
                        Day = me.Today,
                        Zone = me.Person.Zone,
                        At = me.Now,
                        Period = period.Key,
                        Content = JsonSerializer.Serialize(facts, LetterJson.Default.LetterFacts),
                    }
                );
                return true;
            },
            cancel
        );
}
