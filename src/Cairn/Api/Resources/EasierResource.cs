using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Ladders;
using Cairn.People;
using Cairn.Shell;
using Cairn.Steps;
using Cairn.Steps.Easier;

namespace Cairn.Api.Resources;

/// <summary>What stands in the way of a step, and what would bring it near: each may be put on Today.</summary>
public static class EasierResource
{
    public static void MapEasier(this ApiGroups api)
    {
        api.Read.MapGet("steps/{step:guid}/easier", List)
            .Shows<EasierShown>("What stands in the way of a step, and what would bring it near");
        api.Write.MapPost("steps/{step:guid}/easier", Add)
            .Makes<EasierItemShown>("Puts something on one of the two lists of a step");
        api.Write.MapPut("steps/{step:guid}/easier/{item:guid}/today", Begin)
            .Shows<StepShown>("Puts one of them on Today, as a task of two minutes")
            .Refuses(StatusCodes.Status409Conflict, () => ApiWords.GoalIsClosed);
        api.Write.MapDelete("steps/{step:guid}/easier/{item:guid}", Remove)
            .Does("Takes one off the list, and off Today; a stone that was laid for it stays");
    }

    private static async Task<IResult> List(
        CairnDb db,
        LadderLibrary library,
        EasierLists lists,
        Me me,
        Guid step,
        CancellationToken cancel
    ) =>
        await EasierView.Read(db, library, lists, me, step, cancel) is { } view
            ? Shown.Of(EasierShown.Of(view))
            : Problem.NotHere;

    private static async Task<IResult> Add(
        CairnDb db,
        LadderLibrary library,
        EasierLists lists,
        Me me,
        Guid step,
        Body<EasierSaid> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        if (await EasierView.Read(db, library, lists, me, step, cancel) is not { } view)
        {
            return Problem.NotHere;
        }

        if (ItemIn(view, key.Id) is { } known)
        {
            return Made(step, known, isNew: false);
        }

        var (kind, text) = (body.Value.InTheWay ? OutlineKind.Friction : OutlineKind.Environment, body.Value.Text);
        var words = Typed.Line(text);
        if (Typed.Trouble(words, StepsWords.ItemMissing) is { } wrong)
        {
            return Problem.Refused(wrong, "text");
        }

        if (await StepResource.Find(db, me, key.Id, cancel) is not null)
        {
            return Problem.Refused(ApiWords.IdUsed);
        }

        return await lists.Add(me, step, kind, key.Id, words, cancel)
            ? Made(step, ItemIn((await EasierView.Read(db, library, lists, me, step, cancel))!, key.Id)!, isNew: true)
            : Problem.Refused(Phrase.Of(StepsWords.ListFull, EasierLists.MostItems));
    }

    private static async Task<IResult> Begin(
        CairnDb db,
        LadderLibrary library,
        EasierLists lists,
        Me me,
        Guid step,
        Guid item,
        CancellationToken cancel
    ) =>
        await EasierView.Read(db, library, lists, me, step, cancel) is not { } view
        || ItemIn(view, item) is not { } known
            ? Problem.NotHere
            : await lists.Begin(me, view.Step.Step, known.Kind, item, cancel) switch
            {
                Kept.Saved => await StepResource.Show(db, me, item, cancel),
                Kept.Changed => Problem.Of(StatusCodes.Status409Conflict, ApiWords.GoalIsClosed),
                _ => Problem.NotHere,
            };

    private static async Task<IResult> Remove(
        CairnDb db,
        LadderLibrary library,
        EasierLists lists,
        Me me,
        Guid step,
        Guid item,
        CancellationToken cancel
    )
    {
        if (await EasierView.Read(db, library, lists, me, step, cancel) is not { } view)
        {
            return Problem.NotHere;
        }

        if (ItemIn(view, item) is { } known)
        {
            await lists.Remove(me, step, known.Kind, item, cancel);
        }

        return Results.NoContent();
    }

    private static EasierItem? ItemIn(EasierView view, Guid item) =>
        view.Items.FirstOrDefault(known => known.Task.Id == item);

    private static IResult Made(Guid step, EasierItem item, bool isNew) =>
        Shown.Made(EasierItemShown.Of(item), $"{ApiEndpoints.Root}/steps/{step}/easier", isNew);
}

/// <param name="Items">Of both lists, in their order.</param>
/// <param name="Ideas">What its ladder knows and is on no list yet.</param>
public sealed record EasierShown(IReadOnlyList<EasierItemShown> Items, IReadOnlyList<string> Ideas)
{
    public static EasierShown Of(EasierView view) => new([.. view.Items.Select(EasierItemShown.Of)], view.Ideas);
}

/// <param name="Id">The same as of the task that it becomes on Today.</param>
/// <param name="InTheWay">It stands in the way; else it would bring the step near.</param>
/// <param name="State"><c>thought</c>: on the list only; <c>onToday</c>; <c>done</c>.</param>
public sealed record EasierItemShown(Guid Id, bool InTheWay, string Text, ItemState State)
{
    public static EasierItemShown Of(EasierItem item) =>
        new(item.Task.Id, item.Kind == OutlineKind.Friction, item.Task.Text, item.State);
}

/// <param name="InTheWay">It stands in the way; else it would bring the step near.</param>
public sealed record EasierSaid(string Text, bool InTheWay);
