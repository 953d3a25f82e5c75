using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Cairn.Splitting;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Goals.Breakdown;

public static class BreakdownEndpoints
{
    /// <summary>"How long may all of it take?", in minutes; 0 is "no idea".</summary>
    public static readonly IReadOnlyList<int> Lengths = [0, 10, 30, 60, 180, 600];

    public static void AddBreakdown(this IServiceCollection services) => services.AddScoped<Outlining>();

    public static void MapBreakdown(this WebApplication app)
    {
        var breakdown = app.MapGroup("/goals/{goal:guid}/breakdown").DisableAntiforgery();
        breakdown.MapGet("", Show);
        breakdown.MapPost("", Change);
        breakdown.MapGet("why", Ask);
        breakdown.MapPost("why", Suggest);
    }

    private static async Task<IResult> Show(
        HttpContext context,
        Outlining outlining,
        Me me,
        Guid goal,
        bool? saved,
        CancellationToken cancel
    ) =>
        await outlining.Read(me, goal, cancel) is not { } tree ? Results.NotFound()
        : tree.Number == 0 ? Question(context, QuestionOf(tree, null))
        : Tree(context, ViewOf(tree, tree.Rows) with { IsSaved = saved == true });

    private static async Task<IResult> Ask(
        HttpContext context,
        Outlining outlining,
        Me me,
        Guid goal,
        Guid? task,
        CancellationToken cancel
    ) =>
        await outlining.Read(me, goal, cancel) is { } tree
            ? Question(context, QuestionOf(tree, task))
            : Results.NotFound();

    private static async Task<IResult> Suggest(
        HttpContext context,
        Outlining outlining,
        Me me,
        Guid goal,
        [FromForm] string? task,
        [FromForm] string? of,
        [FromForm] string? minutes,
        [FromForm] string? blocker,
        CancellationToken cancel
    )
    {
        if (await outlining.Read(me, goal, cancel) is not { } tree)
        {
            return Results.NotFound();
        }

        var text = Typed.Line(task);
        var length =
            int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            && known <= Minute.Most
                ? known
                : 0;
        var row = Guid.TryParse(of, out var id) ? id : (Guid?)null;
        var wrong = TreeForm.WrongText(text);
        if (wrong is not null || !Enum.TryParse<Blocker>(blocker, out var why) || !Enum.IsDefined(why))
        {
            var question = new BlockerQuestion(tree.Goal, text, row, length, tree.Number > 0, wrong);
            return Question(context, question with { Wrong = wrong ?? BreakdownWords.BlockerMissing });
        }

        var drafts = Splitter.Split(why, text, length == 0 ? null : length, tree.Sitting);
        return Tree(context, ViewOf(tree, Put(tree, row, text, drafts, me)) with { IsDraft = true });
    }

    /// <summary>Each button below the tree sends all of it, so that nothing is lost without a script.</summary>
    private static async Task<IResult> Change(
        HttpContext context,
        Outlining outlining,
        Me me,
        Guid goal,
        CancellationToken cancel
    )
    {
        if (await TreeForm.Read(context.Request, cancel) is not { } form)
        {
            return Results.BadRequest();
        }

        if (await outlining.Read(me, goal, cancel) is not { } tree)
        {
            return Results.NotFound();
        }

        // Whether something is done is not for a form to say.
        var rows = form.Rows.ConvertAll(row =>
            tree.Begun.TryGetValue(row.Id, out var begun) ? row with { IsDone = begun.IsDone } : row
        );
        if (form.Do != "save")
        {
            var at = Press(form, rows, tree.Sitting, me);
            var changed = new TreeView(tree.Goal, rows, form.Number, tree.Sitting, at) { IsDraft = true };
            return Tree(context, changed);
        }

        rows = TreeForm.WithoutBlanks(rows);
        var view = new TreeView(tree.Goal, rows, form.Number, tree.Sitting, form.At) { IsDraft = true };
        if (TreeForm.Wrong(rows) is { } wrong)
        {
            return Tree(
                context,
                view with
                {
                    Wrong = wrong.Why,
                    WrongRow = wrong.Row,
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var (kept, both, number) = await outlining.Save(me, goal, rows, form.Number, cancel);
        return kept == Kept.Changed
            ? Tree(
                context,
                view with
                {
                    Rows = both,
                    Number = number,
                    Wrong = BreakdownWords.ChangedMeanwhile,
                },
                StatusCodes.Status409Conflict
            )
            : Pages.Next($"/goals/{goal}/breakdown?saved=true");
    }

    /// <returns>The row that is chosen afterwards.</returns>
    private static Guid? Press(TreeForm form, List<TreeRow> rows, int sitting, Me me)
    {
        var (what, of) =
            form.Do.Split(':') is [var name, var id] && Guid.TryParse(id, out var row)
                ? (name, row)
                : (form.Do, form.At);
        var at = rows.FindIndex(r => r.Id == of);
        if (what == "add")
        {
            var fresh = Guid.CreateVersion7(me.Now);
            TreeMoves.Add(rows, at, fresh);
            return fresh;
        }

        if (at < 0)
        {
            return null;
        }

        switch (what)
        {
            case "up":
                TreeMoves.Up(rows, at);
                break;
            case "down":
                TreeMoves.Down(rows, at);
                break;
            case "in":
                TreeMoves.In(rows, at);
                break;
            case "out":
                TreeMoves.Out(rows, at);
                break;
            case "split":
                TreeMoves.Split(rows, at, sitting, () => Guid.CreateVersion7(me.Now));
                break;
            case "smaller":
                TreeMoves.Shrink(rows, at);
                break;
            case "remove" when !rows[at].IsDone:
                TreeMoves.Remove(rows, at);
                return rows.Count == 0 ? null : rows[Math.Min(at, rows.Count - 1)].Id;
            default:
                break;
        }

        return of;
    }

    /// <summary>Below the row that it is about; behind everything else when there is none.</summary>
    private static List<TreeRow> Put(GoalTree tree, Guid? of, string text, IReadOnlyList<Draft> drafts, Me me)
    {
        var rows = tree.Rows.ToList();
        var at = of is { } id ? rows.FindIndex(row => row.Id == id) : -1;
        if (at < 0)
        {
            var known = of is { } task && tree.Begun.ContainsKey(task) ? task : Guid.CreateVersion7(me.Now);
            rows.Add(new TreeRow(known, 0, text, "0") { IsNew = true });
            at = rows.Count - 1;
        }

        var depth = rows[at].Depth + 1;
        rows[at] = rows[at] with { Text = text };
        rows.InsertRange(
            TreeMoves.EndOf(rows, at),
            drafts
                .Where(draft => depth + 1 < TreeMoves.MostDepth || draft.Minutes > 0) // no room for parts of parts
                .Select(draft => new TreeRow(
                    Guid.CreateVersion7(me.Now),
                    Math.Min(depth + draft.Depth, TreeMoves.MostDepth - 1),
                    draft.Text,
                    Minute.Write(draft.Minutes)
                )
                {
                    IsNew = true,
                })
        );
        return rows;
    }

    private static BlockerQuestion QuestionOf(GoalTree tree, Guid? task)
    {
        var row = tree.Rows.FirstOrDefault(r => r.Id == task);
        var begun = task is { } id ? tree.Begun.GetValueOrDefault(id) : null;
        var text = row?.Text ?? begun?.Latest.Name ?? (tree.Number == 0 ? tree.Goal.Title : "");
        var length = row?.Size ?? (int?)begun?.Latest.Stated ?? 0;
        return new BlockerQuestion(
            tree.Goal,
            text,
            row?.Id ?? begun?.Id,
            Lengths.FirstOrDefault(l => l >= length, Lengths[^1]),
            tree.Number > 0
        );
    }

    private static TreeView ViewOf(GoalTree tree, IReadOnlyList<TreeRow> rows) =>
        new(tree.Goal, rows, tree.Number, tree.Sitting);

    private static IResult Question(HttpContext context, BlockerQuestion question) =>
        Pages.Show<BlockerPage>(
            context,
            nameof(BlockerPage.View),
            question,
            question.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static IResult Tree(HttpContext context, TreeView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<TreePage>(context, nameof(TreePage.View), view, status);
}
