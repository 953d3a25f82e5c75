using Cairn.Data;
using Cairn.Shell;

namespace Cairn.Ladders;

public static class LaddersEndpoints
{
    public const int MostFound = 12;

    public static void AddLadders(this IServiceCollection services, Storage storage) =>
        services.AddSingleton(_ => LadderLibrary.With(storage.LadderFolder));

    public static void MapLadders(this WebApplication app)
    {
        app.MapGet("/ladders", ShowAll);
        app.MapGet("/ladders/{id}", ShowOne);
    }

    private static IResult ShowAll(HttpContext context, LadderLibrary library, string? q, string? area, Guid? goal)
    {
        var words = Typed.Line(q);
        words = words.Length > CairnDb.TitleLength ? words[..CairnDb.TitleLength] : words;
        IReadOnlyList<Ladder> shown =
            words.Length > 0 ? library.Find(words, MostFound)
            : area is not null
                ? [.. library.In(area).OrderBy(ladder => ladder.Title.Here, StringComparer.CurrentCulture)]
            : [];
        return Pages.Show<LaddersPage>(
            context,
            nameof(LaddersPage.View),
            new LaddersView(words, words.Length > 0 ? null : area, shown, goal)
        );
    }

    private static IResult ShowOne(
        HttpContext context,
        LadderLibrary library,
        TimeProvider clock,
        string id,
        Guid? goal
    ) =>
        library.Named(id) is { } ladder
            ? Pages.Show<LadderPage>(
                context,
                nameof(LadderPage.View),
                new LadderView(ladder, goal, Guid.CreateVersion7(clock.GetUtcNow()))
            )
            : Results.NotFound();
}
