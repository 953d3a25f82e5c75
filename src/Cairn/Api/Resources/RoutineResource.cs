using System.Globalization;
using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Routines;
using Cairn.Shell;

namespace Cairn.Api.Resources;

/// <summary>Steps in a row. What is done in one is said as always, by actions.</summary>
public static class RoutineResource
{
    public static void MapRoutines(this ApiGroups api)
    {
        api.Read.MapGet("routines", List).Shows<Paged<RoutineShown>>("The routines that are not put away");
        api.Read.MapGet("routines/{routine:guid}", Show).Shows<RoutineShown>("One routine");
        api.Read.MapGet("routines/{routine:guid}/stand", ShowStand)
            .Shows<RoutineStandShown>("A routine today: its steps with their bars, and how long it is");
        api.Write.MapPost("routines", Make).Makes<RoutineShown>("Makes a routine");
        api.Write.MapPut("routines/{routine:guid}", Save).Shows<RoutineShown>("Changes a routine, all at once");
        api.Write.MapDelete("routines/{routine:guid}", PutAway).Does("Puts a routine away; what was done in it stays");
    }

    private static async Task<IResult> Make(
        CairnDb db,
        Keeping keeping,
        Me me,
        Body<RoutineSaid> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        var known = await keeping.One(me, key.Id, cancel);
        var (form, refusal) = await Read(db, me, body.Value, key.Id, 0, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        if (known is { Number: > 1 })
        {
            return Made(known, isNew: false); // sent again, and it was changed since
        }

        var (kept, now) = await keeping.Save(me, form, form.Steps, cancel);
        return kept == Kept.Saved ? Made(now!, isNew: known is null) : Problem.Refused(ApiWords.IdUsed);
    }

    private static async Task<IResult> Save(
        CairnDb db,
        Keeping keeping,
        Me me,
        Guid routine,
        Body<RoutineSaid> body,
        SeenVersion seen,
        CancellationToken cancel
    )
    {
        if (await keeping.One(me, routine, cancel) is null)
        {
            return Problem.NotHere;
        }

        var (form, refusal) = await Read(db, me, body.Value, routine, seen.Number, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var (kept, now) = await keeping.Save(me, form, form.Steps, cancel);
        return kept == Kept.Saved ? Shown.Of(RoutineShown.Of(now!), now!.Number) : Problem.Of(kept);
    }

    private static async Task<IResult> PutAway(Keeping keeping, Me me, Guid routine, CancellationToken cancel) =>
        await keeping.PutAway(me, routine, cancel) ? Results.NoContent() : Problem.NotHere;

    /// <summary>As it would stand in the form of its page; what the page would leave out is refused.</summary>
    private static async Task<(RoutineForm Form, IResult? Refusal)> Read(
        CairnDb db,
        Me me,
        RoutineSaid said,
        Guid id,
        int number,
        CancellationToken cancel
    )
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        var mine = Routine.StepsFor(life).Select(step => step.Id).ToHashSet();
        var minutes = said.Minutes?.ToString(CultureInfo.InvariantCulture) ?? "";
        var form = new RoutineForm(id, number, Typed.Line(said.Name), minutes, [.. said.Steps.Distinct()]);
        var refusal =
            form.Broken(mine) is { } wrong ? Problem.Refused(wrong)
            : !form.Steps.All(mine.Contains) ? Problem.Refused(ApiWords.StepsNotHere, "steps")
            : null;
        return (form, refusal);
    }

    private static IResult Made(RoutineVersion routine, bool isNew) =>
        Shown.Made(
            RoutineShown.Of(routine),
            routine.Number,
            $"{ApiEndpoints.Root}/routines/{routine.RoutineId}",
            isNew
        );

    private static async Task<IResult> List(
        Keeping keeping,
        Me me,
        [AsParameters] Paging paging,
        CancellationToken cancel
    )
    {
        var routines = (await keeping.All(me, cancel))
            .Where(routine => paging.IsFirst || routine.RoutineId.CompareTo(paging.After.Id) > 0)
            .OrderBy(routine => routine.RoutineId)
            .Take(paging.Take)
            .Select(RoutineShown.Of);
        return paging.Show([.. routines], routine => routine.Id);
    }

    private static async Task<IResult> Show(Keeping keeping, Me me, Guid routine, CancellationToken cancel) =>
        await keeping.One(me, routine, cancel) is { } known
            ? Shown.Of(RoutineShown.Of(known), known.Number)
            : Problem.NotHere;

    private static async Task<IResult> ShowStand(
        CairnDb db,
        Keeping keeping,
        Me me,
        Guid routine,
        CancellationToken cancel
    ) =>
        await keeping.One(me, routine, cancel) is { } known
            ? Shown.Of(RoutineStandShown.Of(Routine.Of(known, await Life.Read(db, me.Id, me.Today, cancel), me)))
            : Problem.NotHere;
}

/// <param name="Steps">Practices and tasks, in their order.</param>
/// <param name="Minutes">How many the person has for it; left out when it does not matter.</param>
public sealed record RoutineSaid(string Name, IReadOnlyList<Guid> Steps, int? Minutes = null);

/// <param name="Minutes">How many the person has for it; null when it does not matter.</param>
/// <param name="Steps">In their order.</param>
/// <param name="Version">Also its tag.</param>
public sealed record RoutineShown(Guid Id, string Name, int? Minutes, IReadOnlyList<Guid> Steps, int Version)
{
    public static RoutineShown Of(RoutineVersion version) =>
        new(version.RoutineId, version.Name, version.Minutes, version.Steps, version.Number);
}

/// <param name="Usual">Minutes of its steps at their aims.</param>
/// <param name="Shortest">Minutes with every step at its floor.</param>
/// <param name="Uncounted">Steps that are not counted in minutes: nobody knows how long they take.</param>
/// <param name="Done">Steps that are won today.</param>
/// <param name="Steps">Those that are still there, in their order.</param>
public sealed record RoutineStandShown(
    Guid Id,
    double Usual,
    double Shortest,
    int Uncounted,
    int Done,
    IReadOnlyList<RoutineStepShown> Steps
)
{
    public static RoutineStandShown Of(Routine routine) =>
        new(
            routine.Id,
            routine.Usual,
            routine.Floor,
            routine.Uncounted,
            routine.Done,
            [.. routine.Steps.Select(RoutineStepShown.Of)]
        );
}

/// <param name="Said">What was said about it today.</param>
/// <param name="Began">When its clock was started.</param>
public sealed record RoutineStepShown(
    Guid Step,
    StepKind Kind,
    string Name,
    string Unit,
    BarsShown Bars,
    SaidShown? Said,
    DateTimeOffset? Began
)
{
    public static RoutineStepShown Of(RoutineStep step) =>
        new(
            step.Id,
            step.Lived.Step.Kind,
            step.Name,
            step.Unit,
            BarsShown.Of(step.Bars),
            SaidShown.Of(step.Entry),
            step.Began
        );
}
