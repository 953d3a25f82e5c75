using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Reflect;
using Cairn.Reflect.Weeks;
using Cairn.Shell;

namespace Cairn.Api.Resources;

/// <summary>
/// The weekly review, and what becomes easier after a day or a week. How the steps of a week stand is changed by actions, and by putting a
/// step away.
/// </summary>
public static class WeekResource
{
    public static void MapWeeks(this ApiGroups api)
    {
        api.Read.MapGet("weeks/{day}", Show).Shows<WeekShown>("The week, Monday to Sunday, that holds a day");
        api.Write.MapPut("weeks/{day}/easier", MakeWeekEasier)
            .Shows<StepShown>("One thing that is to become easier after a week, as a task from tomorrow on");
        api.Write.MapPut("days/{day}/easier", MakeDayEasier)
            .Shows<StepShown>("What was in the way on one of the last seven days, as a task that makes it easier");
    }

    private static async Task<IResult> Show(CairnDb db, Me me, DateOnly day, CancellationToken cancel) =>
        await WeekView.Read(db, me, day, cancel) is { } view ? Shown.Of(WeekShown.Of(view)) : Problem.NotHere;

    private static async Task<IResult> MakeWeekEasier(
        CairnDb db,
        Surroundings surroundings,
        Me me,
        DateOnly day,
        Body<EasierOfWeek> body,
        CancellationToken cancel
    ) =>
        day > me.Today || await WeekView.Read(db, me, day, cancel) is not { } week
            ? Problem.NotHere
            : await Make(
                db,
                surroundings,
                me,
                Surroundings.StepOfWeek(me.Id, week.Monday),
                null,
                body.Value.Name,
                cancel
            );

    private static async Task<IResult> MakeDayEasier(
        CairnDb db,
        Surroundings surroundings,
        Me me,
        DateOnly day,
        Body<EasierOfDay> body,
        CancellationToken cancel
    ) =>
        Surroundings.IsOpen(me, day)
            ? await Make(
                db,
                surroundings,
                me,
                Surroundings.StepOf(me.Id, day),
                body.Value.Goal,
                body.Value.Name,
                cancel
            )
            : Problem.NotHere;

    private static async Task<IResult> Make(
        CairnDb db,
        Surroundings surroundings,
        Me me,
        Guid step,
        Guid? goal,
        string name,
        CancellationToken cancel
    ) =>
        UnfitName.In(name) is { } unfit ? Problem.Refused(unfit.Wrong, "name")
        : await surroundings.Make(me, step, goal, Typed.Line(name), me.Today.AddDays(1), cancel)
            ? await StepResource.Show(db, me, step, cancel)
        : Problem.NotHere;
}

/// <summary>Said again, it is worded anew: of a week there is one.</summary>
public sealed record EasierOfWeek(string Name);

/// <summary>Said again, it is worded anew: of a day there is one.</summary>
/// <param name="Goal">The goal that it belongs to; left out, the one that is about everything around a person.</param>
public sealed record EasierOfDay(string Name, Guid? Goal = null);

/// <param name="Days">Its days so far, with their stones.</param>
/// <param name="Best">The best moments, as they were told of each day.</param>
/// <param name="BestOfAll">Of all the week: the answer <c>weekBest</c> of its last day.</param>
/// <param name="InTheWay">What was in the way, when that was last told.</param>
/// <param name="Easier">What is to become easier after it, once that was said.</param>
/// <param name="IsRecent">Its steps can still be sized for the days to come.</param>
/// <param name="Steps">The steps that had a place in it.</param>
public sealed record WeekShown(
    DateOnly Monday,
    DateOnly Sunday,
    IReadOnlyList<DayStones> Days,
    IReadOnlyList<BestMoment> Best,
    string? BestOfAll,
    string? InTheWay,
    string? Easier,
    bool IsRecent,
    IReadOnlyList<ReviewedShown> Steps
)
{
    public static WeekShown Of(WeekView view) =>
        new(
            view.Monday,
            view.Sunday,
            [.. view.Piles.Select(pile => new DayStones(pile.Day, pile.Stones.Count))],
            view.Best,
            view.BestOfAll,
            view.InTheWay,
            view.Easier,
            view.IsRecent,
            [
                .. view.Steps.Select(step => new ReviewedShown(
                    step.Id,
                    step.Lived.Version.Name,
                    step.Days,
                    step.RestsUntil is not null,
                    step.RestsUntil == DateOnly.MaxValue ? null : step.RestsUntil,
                    step.IsSmaller,
                    step.IsLetGo
                )),
            ]
        );
}

public sealed record DayStones(DateOnly Day, int Stones);

/// <param name="Days">Days of the week with a win.</param>
/// <param name="IsResting">It waits in a pause.</param>
/// <param name="RestsUntil">The last day of that, if it is known.</param>
/// <param name="IsSmaller">It was made smaller today.</param>
/// <param name="IsPutAway">It was let go.</param>
public sealed record ReviewedShown(
    Guid Step,
    string Name,
    int Days,
    bool IsResting,
    DateOnly? RestsUntil,
    bool IsSmaller,
    bool IsPutAway
);
