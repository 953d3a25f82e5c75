using System.Globalization;
using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Goals.Breakdown;
using Cairn.People;
using Cairn.Shell;
using Cairn.Splitting;

namespace Cairn.Api.Resources;

/// <summary>What a goal is broken into: a tree of tasks, of which Today shows one at a time.</summary>
public static class BreakdownResource
{
    /// <summary>No state of a tree: then only what it says already is kept.</summary>
    private const int Unseen = -1;

    public static void MapBreakdown(this ApiGroups api)
    {
        api.Read.MapGet("goals/{goal:guid}/breakdown", Show).Shows<TreeShown>("What a goal is broken into");
        api.Write.MapPut("goals/{goal:guid}/breakdown", Save)
            .Shows<TreeShown>("Breaks a goal down, all of it at once: a task that is left out is taken out");
        api.Read.MapGet("goals/{goal:guid}/breakdown/suggestions", Suggest)
            .Shows<SuggestedShown>("How a task could be broken down, by what is in its way; nothing is kept")
            .Refuses(StatusCodes.Status422UnprocessableEntity, () => BreakdownWords.TextMissing);
    }

    private static async Task<IResult> Show(Outlining outlining, Me me, Guid goal, CancellationToken cancel) =>
        await outlining.Read(me, goal, cancel) is { } tree ? Shown.Of(TreeShown.Of(tree)) : Problem.NotHere;

    private static async Task<IResult> Save(
        Outlining outlining,
        Me me,
        Guid goal,
        Body<TreeSaid> body,
        SeenTag seen,
        CancellationToken cancel
    )
    {
        if (await outlining.Read(me, goal, cancel) is not { } tree)
        {
            return Problem.NotHere;
        }

        var rows = new List<TreeRow>();
        foreach (var task in body.Value.Tasks)
        {
            rows.Add(
                TreeForm.Below(
                    rows,
                    task.Id,
                    task.Depth,
                    task.Text,
                    task.Minutes.ToString(CultureInfo.InvariantCulture)
                )
            );
        }

        if (TreeForm.Wrong(rows) is { } wrong)
        {
            return Problem.Refused(
                wrong.Why,
                wrong.Row is { } row ? $"tasks[{rows.FindIndex(r => r.Id == row)}]" : "tasks"
            );
        }

        var number = Tags.OfContent(TreeShown.Of(tree)) == seen.Tag ? tree.Number : Unseen;
        return (await outlining.Save(me, goal, rows, number, cancel)).Kept is var kept and not Kept.Saved
            ? Problem.Of(kept)
            : await Show(outlining, me, goal, cancel);
    }

    private static async Task<IResult> Suggest(
        Outlining outlining,
        Me me,
        Guid goal,
        string text,
        Word<Blocker> blocker,
        int? minutes,
        CancellationToken cancel
    )
    {
        var task = Typed.Line(text);
        return await outlining.Read(me, goal, cancel) is not { } tree ? Problem.NotHere
            : TreeForm.WrongText(task) is { } wrong ? Problem.Refused(wrong, "text")
            : minutes is < 1 or > Minute.Most
                ? Problem.Refused(Phrase.Of(ApiWords.MinutesCannotBe, Minute.Most), "minutes")
            : Shown.Of(new SuggestedShown(Splitter.Split(blocker.Value, task, minutes, tree.Sitting)));
    }
}

/// <param name="Sitting">What this person begins and ends in one go, in minutes.</param>
/// <param name="Tasks">In their order; deeper ones belong to the one above. Empty when nothing is broken down.</param>
public sealed record TreeShown(Guid Goal, int Sitting, IReadOnlyList<TaskShown> Tasks)
{
    public static TreeShown Of(GoalTree tree) =>
        new(
            tree.Goal.Id,
            tree.Sitting,
            [.. tree.Rows.Select(row => new TaskShown(row.Id, row.Depth, row.Text, row.Size ?? 0, row.IsDone))]
        );
}

/// <param name="Tasks">All of it, in its order.</param>
public sealed record TreeSaid(IReadOnlyList<TaskSaid> Tasks);

/// <param name="Id">Of a new task one that the program made.</param>
/// <param name="Depth">0 at the edge; at most one more than of the task above.</param>
/// <param name="Minutes">Left out of a task with deeper ones below it.</param>
public sealed record TaskSaid(Guid Id, string Text, int Minutes = 0, int Depth = 0);

/// <param name="Id">The same as of the step that it becomes when its turn comes.</param>
/// <param name="Depth">0 at the edge.</param>
/// <param name="Minutes">Of a task with deeper ones below it, theirs count.</param>
/// <param name="IsDone">Its stone lies.</param>
public sealed record TaskShown(Guid Id, int Depth, string Text, int Minutes, bool IsDone);

/// <param name="Pieces">What belongs below the task, in order; depth 0 lies right below it.</param>
public sealed record SuggestedShown(IReadOnlyList<Draft> Pieces);
