using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Goals;
using Cairn.Ladders;
using Cairn.People;
using Cairn.Welcome;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api.Resources;

/// <summary>Goals: their words, how they stand, and what was done for them. A pause is an action.</summary>
public static class GoalResource
{
    public static void MapGoals(this ApiGroups api)
    {
        api.Read.MapGet("goals", List).Shows<Paged<GoalShown>>("All goals, those that were put down as well");
        api.Read.MapGet("goals/{goal:guid}", Show).Shows<GoalShown>("One goal");
        api.Read.MapGet("goals/{goal:guid}/stand", ShowStand)
            .Shows<GoalStandShown>("What comes next for a goal, and what was done");
        api.Write.MapPost("goals", Make).Makes<GoalShown>("Begins a goal");
        api.Write.MapPut("goals/{goal:guid}", Word).Shows<GoalShown>("Says a goal in other words, from today on");
        api.Write.MapPut("goals/{goal:guid}/state", Stand).Shows<GoalShown>("Done, let go, or taken up again");
    }

    private static async Task<IResult> List(CairnDb db, Me me, [AsParameters] Paging paging, CancellationToken cancel)
    {
        var after = paging.After.Id;
        var goals = await Versioned(db, me)
            .Where(row => paging.IsFirst || row.Goal.Id.CompareTo(after) > 0)
            .OrderBy(row => row.Goal.Id)
            .Take(paging.Take)
            .ToListAsync(cancel);
        return paging.Show(goals.ConvertAll(GoalShown.Of), goal => goal.Id);
    }

    private static async Task<IResult> Show(CairnDb db, Me me, Guid goal, CancellationToken cancel) =>
        await Find(db, me, goal, cancel) is { } known ? Shown.Of(known, known.Version) : Problem.NotHere;

    private static async Task<IResult> ShowStand(
        CairnDb db,
        LadderLibrary library,
        Me me,
        Guid goal,
        CancellationToken cancel
    ) =>
        await GoalView.Read(db, library, me, goal, cancel) is { } view
            ? Shown.Of(GoalStandShown.Of(view))
            : Problem.NotHere;

    private static async Task<IResult> Make(
        CairnDb db,
        Begin begin,
        Me me,
        Body<NewGoal> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        var words = GoalWords.Read(body.Value.Title, body.Value.Why, null, body.Value.Area);
        if (words.Wrong() is { } wrong)
        {
            return Problem.Refused(wrong);
        }

        if (words.Area is not { } area)
        {
            return Problem.Refused(WelcomeWords.AreaMissing, "area");
        }

        var known = await Find(db, me, key.Id, cancel);
        if (known is null)
        {
            await begin.Goal(me, key.Id, words.Title, area, zone: null, cancel, words.Why);
            known = await Find(db, me, key.Id, cancel);
            return Shown.Made(known!, known!.Version, $"{ApiEndpoints.Root}/goals/{key.Id}", isNew: true);
        }

        return known.Version == 0 && (known.Title != words.Title || known.Area != area)
            ? Problem.Refused(ApiWords.IdUsed)
            : Shown.Made(known, known.Version, $"{ApiEndpoints.Root}/goals/{key.Id}", isNew: false);
    }

    private static async Task<IResult> Word(
        CairnDb db,
        GoalChanges changes,
        Me me,
        Guid goal,
        Body<GoalSaid> body,
        SeenVersion seen,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        var words = GoalWords.Read(body.Value.Title, body.Value.Why, null, body.Value.Area);
        if (await Find(db, me, goal, cancel) is null)
        {
            return Problem.NotHere;
        }

        if (words.Wrong() is { } wrong)
        {
            return Problem.Refused(wrong);
        }

        return await changes.Word(me, goal, key.Id, seen.Number, words, cancel) is var kept and not Kept.Saved
            ? Problem.Of(kept)
            : await Show(db, me, goal, cancel);
    }

    private static async Task<IResult> Stand(
        CairnDb db,
        GoalChanges changes,
        Me me,
        Guid goal,
        Body<GoalStanding> body,
        IdempotencyKey key,
        CancellationToken cancel
    ) =>
        await changes.Stand(me, goal, key.Id, body.Value.State, cancel) is var kept and not Kept.Saved
            ? Problem.Of(kept)
            : await Show(db, me, goal, cancel);

    private static async Task<GoalShown?> Find(CairnDb db, Me me, Guid goal, CancellationToken cancel) =>
        await Versioned(db, me).FirstOrDefaultAsync(row => row.Goal.Id == goal, cancel) is { } row
            ? GoalShown.Of(row)
            : null;

    private static IQueryable<GoalRow> Versioned(CairnDb db, Me me) =>
        db
            .Goals.AsNoTracking()
            .Where(goal => goal.PersonId == me.Id)
            .Select(goal => new GoalRow
            {
                Goal = goal,
                Number = db
                    .GoalVersions.Where(version => version.PersonId == me.Id && version.GoalId == goal.Id)
                    .Max(version => (int?)version.Number),
            });
}

/// <summary>A goal, and how often its words were changed.</summary>
public sealed class GoalRow
{
    public required Goal Goal { get; init; }
    public required int? Number { get; init; }
}

/// <param name="Area"><c>health</c>, <c>work</c>, <c>personal</c>, or a word of one's own.</param>
/// <param name="Version">Also its tag; 0 as long as nothing was changed.</param>
public sealed record GoalShown(
    Guid Id,
    string Title,
    string? Why,
    string Area,
    GoalState State,
    DateTimeOffset Created,
    int Version
)
{
    public static GoalShown Of(GoalRow row) =>
        new(
            row.Goal.Id,
            row.Goal.Title,
            row.Goal.Why,
            row.Goal.Area,
            row.Goal.State,
            row.Goal.Created,
            row.Number ?? 0
        );
}

/// <param name="Area"><c>health</c>, <c>work</c>, <c>personal</c>, or a word of one's own.</param>
public sealed record NewGoal(string Title, string Area, string? Why = null);

/// <summary>All of its words: what is left out is taken away, but the area, which stays.</summary>
public sealed record GoalSaid(string Title, string? Why = null, string? Area = null);

public sealed record GoalStanding(GoalState State);

/// <param name="Stones">All that were ever laid for it.</param>
/// <param name="Since">The day of the first one.</param>
/// <param name="Next">Its first step that nothing was said about today.</param>
/// <param name="IsPaused">It waits today.</param>
/// <param name="PausedUntil">The last day of that, if it is known.</param>
/// <param name="StandsStill">It moves less than it used to.</param>
/// <param name="Done">The last days with a win, the latest first.</param>
public sealed record GoalStandShown(
    Guid Id,
    int Stones,
    DateOnly? Since,
    Guid? Next,
    BarsShown? Bars,
    bool IsPaused,
    DateOnly? PausedUntil,
    bool StandsStill,
    IReadOnlyList<DoneDay> Done
)
{
    public static GoalStandShown Of(GoalView view) =>
        new(
            view.Goal.Id,
            view.Stones,
            view.Since,
            view.Next?.Id,
            view.Next is null ? null : BarsShown.Of(view.Bars),
            view.Pause is not null,
            view.Pause?.Until,
            view.StandsStill,
            view.Done
        );
}
