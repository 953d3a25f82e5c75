using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Ladders;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Welcome;

/// <summary>Writes the beginning of something: the goal, its step, how sure the person is, and the cue.</summary>
public sealed class Begin(CairnDb db, WriteGate gate, LadderLibrary library)
{
    /// <summary>From this rating on a size is kept; below it is halved (Brief Action Planning, Gutnick 2014).</summary>
    public const int SureEnough = 7;

    /// <summary>The end of the ruler, which begins at 0.</summary>
    public const int Surest = 10;

    public Task Goal(
        Me me,
        Guid id,
        string title,
        string area,
        string? zone,
        CancellationToken cancel,
        string? why = null
    ) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (PersonalDay.IsZone(zone) && !await db.Goals.AnyAsync(goal => goal.PersonId == me.Id, cancel))
                {
                    await db
                        .People.Where(person => person.Id == me.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(person => person.Zone, zone), cancel);
                }

                if (await db.Goals.FirstOrDefaultAsync(g => g.PersonId == me.Id && g.Id == id, cancel) is { } known)
                {
                    if (known.Title != title || known.Area != area)
                    {
                        var history = await GoalHistory.Of(db, known, me.Person.DayOf(known.Created), cancel);
                        history.Change(me.Today, me.Now, null, g => (g.Title, g.Area) = (title, area));
                    }
                }
                else
                {
                    db.Goals.Add(
                        new Goal
                        {
                            PersonId = me.Id,
                            Id = id,
                            Title = title,
                            Why = why,
                            Area = area,
                            Created = me.Now,
                        }
                    );
                }

                return true;
            },
            cancel
        );

    /// <returns>False if this person has no such goal.</returns>
    public Task<bool> Step(Me me, Guid goal, Guid id, StepWords words, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (!await db.Goals.AnyAsync(g => g.PersonId == me.Id && g.Id == goal, cancel))
                {
                    return false;
                }

                var latest = await Latest(me.Id, id, cancel);
                var ladder = Comparable(words.Ladder, words.Unit);
                var version = new StepVersion
                {
                    PersonId = me.Id,
                    StepId = id,
                    Number = (latest?.Number ?? 0) + 1,
                    From = me.Today,
                    Name = words.Name,
                    Unit = words.Unit,
                    Scale = ladder?.Scale ?? Units.ScaleOf(words.Unit),
                    Stated = words.Amount,
                    WorstDay = WorstDayOf(words.Amount, words.Unit, ladder),
                    Enough = ladder?.Enough >= words.Amount ? ladder.Enough : null,
                    Ladder = words.Ladder?.Id,
                    Cue = latest?.Cue,
                    Written = me.Now,
                };
                if (latest is null)
                {
                    await db.BeginStep(goal, StepKind.Practice, version, cancel);
                }
                else if (!SaysTheSame(latest, version))
                {
                    db.StepVersions.Add(version);
                }

                return true;
            },
            cancel
        );

    /// <summary>How sure the person is of the size as it stands; below seven the size is halved.</summary>
    /// <returns>True if the size may stand, false if it was halved and is to be asked about again, null if there is no such step.</returns>
    public Task<bool?> Sure(Me me, Guid id, Guid step, int rating, CancellationToken cancel) =>
        gate.Write<bool?>(
            db,
            me.Id,
            async () =>
            {
                if (await Latest(me.Id, step, cancel) is not { } latest)
                {
                    return null;
                }

                if (
                    await db.Confidences.FirstOrDefaultAsync(c => c.PersonId == me.Id && c.Id == id, cancel) is { } said
                )
                {
                    return said.Rating >= SureEnough || Amounts.Halve(said.Amount, latest.Scale) >= said.Amount;
                }

                var smaller = Amounts.Halve(latest.Stated, latest.Scale);

                db.Confidences.Add(
                    new Confidence
                    {
                        PersonId = me.Id,
                        Id = id,
                        StepId = step,
                        Day = me.Today,
                        Amount = latest.Stated,
                        Rating = rating,
                        At = me.Now,
                    }
                );
                if (rating >= SureEnough || smaller >= latest.Stated)
                {
                    return true;
                }

                db.StepVersions.Add(
                    Next(latest, me) with
                    {
                        Stated = smaller,
                        WorstDay = WorstDayOf(
                            smaller,
                            latest.Unit,
                            Comparable(library.Named(latest.Ladder), latest.Unit)
                        ),
                    }
                );
                return false;
            },
            cancel
        );

    /// <returns>False if this person has no such step.</returns>
    public Task<bool> Cue(Me me, Guid step, string cue, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var latest = await Latest(me.Id, step, cancel);
                if (latest is not null && latest.Cue != cue)
                {
                    db.StepVersions.Add(Next(latest, me) with { Cue = cue });
                }

                return latest is not null;
            },
            cancel
        );

    public Task<StepVersion?> Latest(Guid person, Guid step, CancellationToken cancel) =>
        db
            .StepVersions.AsNoTracking()
            .Where(version => version.PersonId == person && version.StepId == step)
            .OrderByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancel);

    private static StepVersion Next(StepVersion latest, Me me) =>
        latest with
        {
            Number = latest.Number + 1,
            From = me.Today,
            Written = me.Now,
        };

    /// <summary>A person may count in another unit than the ladder: then its amounts say nothing.</summary>
    private static Ladder? Comparable(Ladder? ladder, string unit) => ladder?.IsIn(unit) == true ? ladder : null;

    /// <summary>
    /// Until the person says how little they would do on their worst day: the first rung of the ladder, else a tenth
    /// of what they had in mind. It keeps "at least" within reach in a bad minute, however well things go.
    /// </summary>
    private static double WorstDayOf(double stated, string unit, Ladder? ladder) =>
        ladder is null ? Amounts.RoundDown(stated / 10, Units.ScaleOf(unit)) : Math.Min(ladder.Start.Floor, stated);

    private static bool SaysTheSame(StepVersion a, StepVersion b) =>
        a.Name == b.Name && a.Unit == b.Unit && a.Stated.Equals(b.Stated) && a.Ladder == b.Ladder;
}
