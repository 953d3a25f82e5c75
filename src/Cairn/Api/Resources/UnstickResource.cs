using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Engine.Stagnation;
using Cairn.People;
using Cairn.Shell;
using Cairn.Splitting;
using Cairn.Unstick;

namespace Cairn.Api.Resources;

/// <summary>What stands still, and two minutes of it that can begin now.</summary>
public static class UnstickResource
{
    public static void MapUnstick(this ApiGroups api)
    {
        api.Read.MapGet("unstick", Show).Shows<UnstickShown>("What stands still today, if anything does");
        api.Read.MapGet("goals/{goal:guid}/unstick", Suggest)
            .Shows<TwoMinutesShown>("What of a goal, or of one of its steps, fits into two minutes");
        api.Write.MapPost("goals/{goal:guid}/unstick", Start)
            .Makes<StepShown>("Begins two minutes of a goal, as a task that is being done now")
            .Refuses(StatusCodes.Status409Conflict, () => ApiWords.GoalIsClosed);
    }

    private static async Task<IResult> Start(
        CairnDb db,
        Starting starting,
        Me me,
        Guid goal,
        Body<TwoMinutesSaid> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        var what = Typed.Line(body.Value.What);
        var known = await StepResource.Find(db, me, key.Id, cancel);
        if (known is not null && (known.Goal != goal || known.Kind != StepKind.Task))
        {
            return Problem.Refused(ApiWords.IdUsed);
        }

        if (UnstickQuestion.WrongWith(what) is { } wrong)
        {
            return Problem.Refused(wrong, "what");
        }

        return await starting.Start(me, goal, key.Id, what, cancel) switch
        {
            Kept.Saved => StepResource.Made((await StepResource.Find(db, me, key.Id, cancel))!, isNew: known is null),
            Kept.Changed => Problem.Of(StatusCodes.Status409Conflict, ApiWords.GoalIsClosed),
            _ => Problem.NotHere,
        };
    }

    private static async Task<IResult> Show(CairnDb db, Me me, CancellationToken cancel) =>
        Shown.Of(
            new UnstickShown(
                Stuck.In(await Life.Read(db, me.Id, me.Today, cancel)) is { } stuck
                    ? new StuckShown(stuck.Step.Step.GoalId, stuck.Step.Id, stuck.Step.Version.Name, stuck.Kind)
                    : null
            )
        );

    private static async Task<IResult> Suggest(
        CairnDb db,
        Me me,
        Guid goal,
        Word<Blocker> blocker,
        Guid? step,
        CancellationToken cancel
    ) =>
        await UnstickQuestion.Read(db, me, goal, step, cancel) is not { } question
            ? Problem.NotHere
            : Shown.Of(new TwoMinutesShown(question.Subject, Splitter.TwoMinutes(blocker.Value, question.Subject)));
}

/// <param name="What">What fits into two minutes.</param>
public sealed record TwoMinutesSaid(string What);

/// <param name="Stuck">One thing, or null when nothing stands still.</param>
public sealed record UnstickShown(StuckShown? Stuck);

/// <param name="Step">The step that waits, or the first one of the goal.</param>
/// <param name="Kind"><c>task</c>: put off twice; <c>goal</c>: no win for two weeks; <c>momentum</c>: less than there used to be.</param>
public sealed record StuckShown(Guid Goal, Guid Step, string Name, StallKind Kind);

/// <param name="Subject">The step, or the goal, as the person named it.</param>
/// <param name="Suggestions">Each fits into two minutes; one's own words do as well.</param>
public sealed record TwoMinutesShown(string Subject, IReadOnlyList<string> Suggestions);
