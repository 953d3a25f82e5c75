using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Goals;
using Cairn.Ladders;
using Cairn.People;
using Cairn.Pictures;
using Cairn.Progress;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>
/// A goal of somebody else, as far as they chose to show it: what they did not choose is null here, so that no page can
/// show it. Nothing of it was free text but its title, the name of the step that is climbed, and what was chosen: why, and
/// single notes.
/// </summary>
public sealed record SupportedView
{
    private const int DaysShown = 14;

    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Area { get; init; }

    /// <summary>Whose goal it is.</summary>
    public required string Whose { get; init; }

    public required string? Why { get; init; }
    public required Picture? Cairn { get; init; }
    public required Climbing? Ladder { get; init; }

    /// <summary>The last days with a win, the latest first.</summary>
    public required IReadOnlyList<WonDay>? Wins { get; init; }

    /// <summary>Notes at wins that were chosen for this supporter one by one, the newest first.</summary>
    public required IReadOnlyList<ChosenNote> Notes { get; init; }

    /// <summary>What this supporter said lately.</summary>
    public required IReadOnlyList<Said> Cheers { get; init; }

    /// <summary>How many cheers there is room for just now.</summary>
    public required int Room { get; init; }

    /// <summary>What could not be sent; it stays in its field.</summary>
    public string? Typed { get; init; }

    public string? Wrong { get; init; }

    public string Path => $"{SupportingEndpoints.Path}/{Id}";

    /// <summary>All stones of the goal, and on how many days they were laid.</summary>
    public sealed record Picture(IReadOnlyList<IReadOnlyList<Site?>> Rows, int Stones, int Days);

    /// <summary>The step that is climbed, and where on its ladder it is.</summary>
    public sealed record Climbing(string Step, Rungs Rungs);

    public sealed record WonDay(DateOnly Day, int Wins);

    /// <param name="Day">Of its win.</param>
    public sealed record ChosenNote(DateOnly Day, string Text);

    /// <param name="Waits">No win has come yet.</param>
    public sealed record Said(string Text, bool Waits);

    /// <summary>The one place in Cairn that reads what belongs to another person than the one who asks.</summary>
    /// <param name="db">The store.</param>
    /// <param name="library">The ladders.</param>
    /// <param name="me">Who looks.</param>
    /// <param name="supporter">What they may see.</param>
    /// <param name="cancel">Stops the reading.</param>
    internal static async Task<SupportedView?> Read(
        CairnDb db,
        LadderLibrary library,
        Me me,
        Supporter supporter,
        CancellationToken cancel
    )
    {
        var (person, goalId, sees) = (supporter.PersonId, supporter.GoalId, supporter.Sees);
        var row = await (
            from goal in db.Goals.AsNoTracking()
            join whose in db.People on goal.PersonId equals whose.Id
            join account in db.Accounts on goal.PersonId equals account.PersonId
            where goal.PersonId == person && goal.Id == goalId
            select new
            {
                goal,
                whose,
                account.Name,
            }
        ).FirstOrDefaultAsync(cancel);
        if (row is null)
        {
            return null;
        }

        var them = new Me(row.whose, row.whose.DayOf(me.Now), me.Now);
        var wins =
            (sees & (SharedParts.Cairn | SharedParts.Wins)) == SharedParts.None
                ? []
                : await WinsOf(db, row.goal, cancel);
        var climb = sees.HasFlag(SharedParts.Ladder)
            ? Climb.Of(await Life.Read(db, person, them.Today, cancel), library, them, goalId)
            : null;
        var day = me.Now - Cheering.Within;
        var said = await db
            .Cheers.AsNoTracking()
            .Where(c => c.PersonId == person && c.GoalId == goalId && c.FromId == me.Id && c.At > day)
            .OrderBy(c => c.At)
            .ToListAsync(cancel);
        return new SupportedView
        {
            Id = supporter.Id,
            Title = row.goal.Title,
            Area = row.goal.Area,
            Whose = row.Name,
            Why = sees.HasFlag(SharedParts.Why) ? row.goal.Why : null,
            Cairn = sees.HasFlag(SharedParts.Cairn) ? PictureOf(wins, them.Today) : null,
            Ladder = climb is null ? null : LadderOf(climb),
            Wins = sees.HasFlag(SharedParts.Wins)
                ?
                [
                    .. wins.GroupBy(win => win.Day)
                        .OrderByDescending(won => won.Key)
                        .Take(DaysShown)
                        .Select(won => new WonDay(won.Key, won.Count())),
                ]
                : null,
            Notes = await GoalWins
                .Chosen(db, supporter)
                .OrderByDescending(entry => entry.Day)
                .ThenByDescending(entry => entry.At)
                .Select(entry => new ChosenNote(entry.Day, entry.Note!))
                .ToListAsync(cancel),
            Cheers = said.ConvertAll(c => new Said(c.Text, c.Shown is null)),
            Room = Math.Max(0, Cheering.Most - said.Count),
        };
    }

    /// <summary>The wins of the goal, without the names of its steps.</summary>
    private static async Task<IReadOnlyList<Win>> WinsOf(CairnDb db, Goal goal, CancellationToken cancel)
    {
        var entries = await GoalWins
            .Of(db, goal.PersonId, goal.Id)
            .Select(entry => new
            {
                entry.Id,
                entry.Day,
                entry.At,
                entry.Kind,
                entry.Tier,
            })
            .ToListAsync(cancel);
        return
        [
            .. entries
                .OrderBy(entry => entry.Day)
                .ThenBy(entry => entry.At)
                .ThenBy(entry => entry.Id)
                .Select(entry => new Win(entry.Id, entry.Day, entry.At, Laid.KindOf(entry.Kind), goal.Area, "")
                {
                    Tier = (int)(entry.Tier ?? Tier.Floor),
                }),
        ];
    }

    /// <summary>As its owner sees it, but it leads nowhere and no stone says what it was.</summary>
    private static Picture PictureOf(IReadOnlyList<Win> wins, DateOnly today)
    {
        var first = wins.Count > 0 ? wins[0].Day : today;
        var last = wins.Count > 0 && wins[^1].Day > today ? wins[^1].Day : today;
        var view = CairnView.Of(today, Scope.Since(first, last), wins, asList: false);
        return new Picture(
            [
                .. view.Rows.Select(
                    IReadOnlyList<Site?> (row) =>
                        [
                            .. row.Select(site =>
                                site is null
                                    ? null
                                    : site with
                                    {
                                        Path = null,
                                        Stones = [.. site.Stones.Select(stone => stone with { Label = "" })],
                                    }
                            ),
                        ]
                ),
            ],
            wins.Count,
            view.Days
        );
    }

    /// <summary>What the sizes of somebody without a ladder are to them is in their own words.</summary>
    private static Climbing? LadderOf(Climb climb) =>
        climb is { Climbed: { } step, Rungs: { } rungs }
            ? new Climbing(
                step.Version.Name,
                rungs.IsOwn ? rungs with { All = [.. rungs.All.Select(rung => rung with { Words = "" })] } : rungs
            )
            : null;
}
