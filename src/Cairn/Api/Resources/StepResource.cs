using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Goals;
using Cairn.Goals.Moments;
using Cairn.Ladders;
using Cairn.People;
using Cairn.Reflect.Weeks;
using Cairn.Shell;
using Cairn.Steps;
using Cairn.Today;
using Cairn.Welcome;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api.Resources;

/// <summary>Steps: how they are done from a day on. Each change is a new version; the days before keep theirs.</summary>
public static class StepResource
{
    public static void MapSteps(this ApiGroups api)
    {
        api.Read.MapGet("steps", List).Shows<Paged<StepShown>>("All steps, those that were put away as well");
        api.Read.MapGet("steps/{step:guid}", Show).Shows<StepShown>("One step, as it is now");
        api.Read.MapGet("steps/{step:guid}/versions", ListVersions)
            .Shows<Paged<StepShown>>("A step as it was before, the oldest first");
        api.Write.MapPost("goals/{goal:guid}/steps", Make)
            .Makes<StepShown>("Begins a practice or a moment")
            .Refuses(StatusCodes.Status409Conflict, () => ApiWords.GoalIsClosed);
        api.Write.MapPut("steps/{step:guid}", Save).Shows<StepShown>("Says how a step is done from today on");
        api.Write.MapPut("steps/{step:guid}/state", Put).Shows<StepShown>("Puts a step away, or takes it up again");
        api.Read.MapGet("steps/{step:guid}/why", ShowWhy)
            .Shows<WhyShown>("Why a step has the size it has: the days that moved it most");
        api.Read.MapGet("steps/{step:guid}/suggestions", Suggest)
            .Shows<SuggestionsShown>(
                "Words that may be put into a step: when, what may come in between, what brings it near"
            );
        api.Write.MapPost("steps/{step:guid}/confidence", SayHowSure)
            .Shows<SureShown>("How sure the person is of the size of a practice; below seven it is halved");
    }

    private static async Task<IResult> List(
        CairnDb db,
        Me me,
        Guid? goal,
        [AsParameters] Paging paging,
        CancellationToken cancel
    )
    {
        var after = paging.After.Id;
        var steps = await Latest(db, me)
            .Where(row => goal == null || row.Step.GoalId == goal)
            .Where(row => paging.IsFirst || row.Step.Id.CompareTo(after) > 0)
            .OrderBy(row => row.Step.Id)
            .Take(paging.Take)
            .ToListAsync(cancel);
        return paging.Show(steps.ConvertAll(row => StepShown.Of(row.Step, row.Version)), step => step.Id);
    }

    internal static async Task<IResult> Show(CairnDb db, Me me, Guid step, CancellationToken cancel) =>
        await Find(db, me, step, cancel) is { } known ? Shown.Of(known, known.Version) : Problem.NotHere;

    private static async Task<IResult> ListVersions(CairnDb db, Me me, Guid step, CancellationToken cancel)
    {
        var rows = await Versions(db, me).Where(row => row.Step.Id == step).ToListAsync(cancel);
        return rows.Count == 0
            ? Problem.NotHere
            : Shown.Of(
                new Paged<StepShown>(
                    [.. rows.OrderBy(row => row.Version.Number).Select(row => StepShown.Of(row.Step, row.Version))],
                    null
                )
            );
    }

    private static async Task<IResult> Make(
        CairnDb db,
        Begin begin,
        BeginMoment beginMoment,
        LadderLibrary library,
        Me me,
        Guid goal,
        Body<NewStep> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        if (await Find(db, me, key.Id, cancel) is { } known)
        {
            return known.Goal == goal && known.Kind == body.Value.Kind
                ? Made(known, isNew: false)
                : Problem.Refused(ApiWords.IdUsed);
        }

        if (!await db.Goals.AnyAsync(g => g.PersonId == me.Id && g.Id == goal, cancel))
        {
            return Problem.NotHere;
        }

        switch (body.Value.Kind)
        {
            case StepKind.Practice:
                var ladder = library.Named(body.Value.Ladder);
                var words = StepWords.Read(body.Value.Name, body.Value.Amount, body.Value.Unit, ladder);
                if (words.Wrong() is { } wrong)
                {
                    return Problem.Refused(wrong);
                }

                await begin.Step(me, goal, key.Id, words, cancel);
                break;
            case StepKind.Moment:
                var name = Typed.Line(body.Value.Name);
                if (Typed.Trouble(name, GoalsWords.MomentMissing) is { } missing)
                {
                    return Problem.Refused(missing);
                }

                if (await beginMoment.Write(me, goal, key.Id, name, cancel) is Kept.Changed)
                {
                    return Problem.Of(StatusCodes.Status409Conflict, ApiWords.GoalIsClosed);
                }

                break;
            default:
                return Problem.Refused(ApiWords.TasksComeFromTheTree, "kind");
        }

        return await Find(db, me, key.Id, cancel) is { } made ? Made(made, isNew: true) : Problem.NotHere;
    }

    private static async Task<IResult> Save(
        CairnDb db,
        StepChanges changes,
        LadderLibrary library,
        Me me,
        Guid step,
        Body<StepSaid> body,
        SeenVersion seen,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        if (await StepView.Read(db, library, me.Id, step, cancel) is not { } view)
        {
            return Problem.NotHere;
        }

        var draft = body.Value.Draft(view.Draft);
        if (draft.Apply(view.Latest, view.Step.Kind, library.Named(view.Latest.Ladder), out var wrong) is not { } next)
        {
            return Problem.Refused(wrong!.Sentence, wrong.Field);
        }

        var before = view.Latest with { Number = seen.Number };
        var kept = await changes.Save(me, before, next with { Number = seen.Number }, key.Id, cancel);
        return kept == Kept.Saved ? await Show(db, me, step, cancel) : Problem.Of(kept);
    }

    private static async Task<IResult> Put(
        CairnDb db,
        LettingGo steps,
        Me me,
        Guid step,
        Body<StepStanding> body,
        CancellationToken cancel
    ) => await steps.Put(me, step, body.Value.IsPutAway, cancel) ? await Show(db, me, step, cancel) : Problem.NotHere;

    private static async Task<IResult> ShowWhy(CairnDb db, Me me, Guid step, CancellationToken cancel) =>
        await WhyView.Read(db, me, step, cancel) is { } view ? Shown.Of(WhyShown.Of(view)) : Problem.NotHere;

    private static async Task<IResult> Suggest(
        CairnDb db,
        LadderLibrary library,
        Me me,
        Guid step,
        CancellationToken cancel
    ) =>
        await StepView.Read(db, library, me.Id, step, cancel) is { } view
            ? Shown.Of(SuggestionsShown.Of(view.Suggestions))
            : Problem.NotHere;

    private static async Task<IResult> SayHowSure(
        CairnDb db,
        Begin begin,
        Me me,
        Guid step,
        Body<SureSaid> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        if (await Find(db, me, step, cancel) is not { } before)
        {
            return Problem.NotHere;
        }

        if (before.Kind != StepKind.Practice)
        {
            return Problem.Refused(ApiWords.OnlyOfPractices);
        }

        if (body.Value.Rating is < 0 or > Begin.Surest)
        {
            return Problem.Refused(ApiWords.RatingCannotBe, "rating");
        }

        return await begin.Sure(me, key.Id, step, body.Value.Rating, cancel) is { } stays
            ? Shown.Of(new SureShown(stays, (await Find(db, me, step, cancel))!))
            : Problem.NotHere;
    }

    internal static IResult Made(StepShown step, bool isNew) =>
        Shown.Made(step, step.Version, $"{ApiEndpoints.Root}/steps/{step.Id}", isNew);

    internal static async Task<StepShown?> Find(CairnDb db, Me me, Guid step, CancellationToken cancel) =>
        await Latest(db, me).FirstOrDefaultAsync(row => row.Step.Id == step, cancel) is { } row
            ? StepShown.Of(row.Step, row.Version)
            : null;

    private static IQueryable<StepRow> Latest(CairnDb db, Me me) =>
        Versions(db, me)
            .Where(row =>
                row.Version.Number
                == db.StepVersions.Where(other => other.PersonId == me.Id && other.StepId == row.Step.Id)
                    .Max(other => other.Number)
            );

    private static IQueryable<StepRow> Versions(CairnDb db, Me me) =>
        db
            .Steps.AsNoTracking()
            .Where(step => step.PersonId == me.Id)
            .Join(
                db.StepVersions,
                step => new { step.PersonId, StepId = step.Id },
                version => new { version.PersonId, version.StepId },
                (step, version) => new StepRow { Step = step, Version = version }
            );
}

/// <summary>A step with one of its versions.</summary>
public sealed class StepRow
{
    public required Step Step { get; init; }
    public required StepVersion Version { get; init; }
}
