using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Shell;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Reflect;

/// <summary>
/// What was in the way becomes a small task that makes the way easier: under a goal, or under one goal for everything
/// around a person. Of one day and of one week there is one, so that the same tap twice is one step.
/// </summary>
public sealed class Surroundings(CairnDb db, WriteGate gate)
{
    private const int Minutes = 5;

    public static Guid GoalOf(Guid person) => Id(person, "surroundings");

    public static Guid StepOf(Guid person, DateOnly day) =>
        Id(person, string.Create(CultureInfo.InvariantCulture, $"in the way on {day:O}"));

    public static Guid StepOfWeek(Guid person, DateOnly monday) =>
        Id(person, string.Create(CultureInfo.InvariantCulture, $"easier after the week of {monday:O}"));

    /// <summary>What was in the way on it can still become a task.</summary>
    public static bool IsOpen(Me me, DateOnly day) => day <= me.Today && day > me.Today.AddDays(-DayView.Days);

    /// <summary>Begins the task, or words it anew.</summary>
    /// <param name="me">Whose.</param>
    /// <param name="step">The task's id.</param>
    /// <param name="goal">The goal that it belongs to; null for the one that is about everything around.</param>
    /// <param name="name">What is to be done.</param>
    /// <param name="from">The first day on which it stands on Today.</param>
    /// <param name="cancel">Stops the waiting.</param>
    /// <returns>False if this person has no such goal, or let it go.</returns>
    public Task<bool> Make(Me me, Guid step, Guid? goal, string name, DateOnly from, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var owner = goal ?? GoalOf(me.Id);
                var goals = db.Goals.Where(g => g.PersonId == me.Id && g.Id == owner);
                if (!await goals.AnyAsync(g => goal == null || g.State == GoalState.Open, cancel))
                {
                    if (goal is not null)
                    {
                        return false;
                    }

                    db.Goals.Add(
                        new Goal
                        {
                            PersonId = me.Id,
                            Id = owner,
                            Title = ReflectWords.MySurroundings,
                            Area = Areas.Personal,
                            Created = me.Now,
                        }
                    );
                }

                var latest = await db
                    .StepVersions.AsNoTracking()
                    .Where(version => version.PersonId == me.Id && version.StepId == step)
                    .OrderByDescending(version => version.Number)
                    .FirstOrDefaultAsync(cancel);
                var version = new StepVersion
                {
                    PersonId = me.Id,
                    StepId = step,
                    Number = (latest?.Number ?? 0) + 1,
                    From = from,
                    Name = name,
                    Unit = ReflectWords.Min,
                    Scale = Scale.Minutes,
                    Stated = Minutes,
                    Written = me.Now,
                };
                if (latest is null)
                {
                    await db.BeginStep(owner, StepKind.Task, version, cancel);
                }
                else if (latest.Name != name || latest.Archived)
                {
                    db.StepVersions.Add(version);
                }

                return true;
            },
            cancel
        );

    /// <summary>"Make it easier: …", as long as a name may be.</summary>
    public static string NameFor(string inTheWay)
    {
        var name = Phrase.Of(ReflectWords.MakeItEasier, inTheWay.ReplaceLineEndings(" ").Trim());
        return name.Length <= CairnDb.TitleLength ? name : name[..(CairnDb.TitleLength - 1)] + "…";
    }

    private static Guid Id(Guid person, string what) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{person:N} {what}")).AsSpan(0, 16));
}
