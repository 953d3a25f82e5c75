using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Ladders;
using Cairn.Shell;

namespace Cairn.Api.Resources;

/// <summary>The ladder library, in the language of the caller. A step that begins from a ladder names it.</summary>
public static class LadderResource
{
    public static void MapLadders(this ApiGroups api)
    {
        api.Read.MapGet("ladders", List)
            .Shows<Paged<LadderTitle>>("Ladders, those that fit what somebody would like to move first")
            .Refuses(
                StatusCodes.Status422UnprocessableEntity,
                () => Typed.Trouble(new string('x', CairnDb.TitleLength + 1))!
            );
        api.Read.MapGet("ladders/{ladder}", Show).Shows<LadderShown>("One ladder, from two minutes to the real thing");
    }

    private static IResult List(LadderLibrary library, string? q, string? area, [AsParameters] Paging paging)
    {
        var words = Typed.Line(q);
        if (Typed.Trouble(words) is { } wrong)
        {
            return Problem.Refused(wrong, "q");
        }

        List<Ladder> found =
        [
            .. words.Length > 0 ? library.Find(words, LaddersEndpoints.MostFound, area)
            : area is not null ? library.In(area)
            : library.All,
        ];
        var begin = paging.After.Day.DayNumber; // a list without days counts its places
        return paging.Show(
            found.Skip(begin).Take(paging.Take).Select(LadderTitle.Of).ToList(),
            _ => new Cursor(DateOnly.FromDayNumber(begin + paging.Size), default)
        );
    }

    private static IResult Show(LadderLibrary library, string ladder) =>
        library.Named(ladder) is { } known ? Shown.Of(LadderShown.Of(known)) : Problem.NotHere;
}

/// <param name="FirstRung">What it begins with.</param>
public sealed record LadderTitle(string Id, string Area, string Title, string GoodFor, string FirstRung)
{
    public static LadderTitle Of(Ladder ladder) =>
        new(ladder.Id, ladder.Area, ladder.Title.Here, ladder.GoodFor.Here, ladder.Rungs[0].Words.Here);
}

/// <param name="Start">What a newcomer begins with, in the unit.</param>
/// <param name="Enough">No bar passes it.</param>
/// <param name="Cues">Each is read after "After I …".</param>
/// <param name="Environment">What brings it near.</param>
/// <param name="Safety">What to mind.</param>
/// <param name="Sources">Where its facts come from: addresses or DOIs.</param>
public sealed record LadderShown(
    string Id,
    string Area,
    string Title,
    string GoodFor,
    string Unit,
    Scale Scale,
    Start Start,
    double? Enough,
    IReadOnlyList<RungShown> Rungs,
    IReadOnlyList<string> Cues,
    IReadOnlyList<string> Environment,
    IReadOnlyList<ObstacleShown> Obstacles,
    string? Safety,
    IReadOnlyList<string> Sources
)
{
    public static LadderShown Of(Ladder ladder) =>
        new(
            ladder.Id,
            ladder.Area,
            ladder.Title.Here,
            ladder.GoodFor.Here,
            ladder.UnitHere,
            ladder.Scale,
            ladder.Start,
            ladder.Enough,
            [.. ladder.Rungs.Select(rung => new RungShown(rung.Amount, rung.Words.Here))],
            [.. ladder.CuesHere],
            [.. ladder.Environment.Select(change => change.Here)],
            [.. ladder.Obstacles.Select(obstacle => new ObstacleShown(obstacle.If.Here, obstacle.Then.Here))],
            ladder.Safety?.Here,
            ladder.Sources
        );
}

public sealed record RungShown(double Amount, string Words);

public sealed record ObstacleShown(string If, string Then);
