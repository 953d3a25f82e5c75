using Cairn.Accounts;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Supporters;

/// <summary>What others have shared with the one who asks. A goal that is not shared, or not any more, was never there.</summary>
public static class SupportingEndpoints
{
    public const string Path = "/supporting";

    public static void MapSupporting(this WebApplication app)
    {
        var supporting = app.MapGroup(Path).DisableAntiforgery();
        supporting.MapGet("", ShowAll);
        supporting.MapGet("invited/{link}", Ask);
        supporting.MapPost("invited/{link}", Accept).RequireRateLimiting(AccountServices.FewTries);
        supporting.MapGet("{support:guid}", Show);
        supporting.MapPost("{support:guid}", Cheer);
        supporting.MapPost("{support:guid}/leave", Leave);
    }

    private static async Task<IResult> ShowAll(HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
        Pages.Show<SupportingPage>(context, nameof(SupportingPage.View), await SupportingView.Read(db, me, cancel));

    private static async Task<IResult> Ask(
        HttpContext context,
        CairnDb db,
        Links links,
        Me me,
        string link,
        CancellationToken cancel
    ) =>
        await links.Find(link, LinkKind.Support, cancel) is { } open
        && await OfferView.Read(db, me, open, link, cancel) is { } offer
            ? Pages.Show<OfferPage>(context, nameof(OfferPage.View), offer)
            : Over(context);

    private static async Task<IResult> Accept(
        HttpContext context,
        Links links,
        Sharing sharing,
        Me me,
        string link,
        CancellationToken cancel
    ) =>
        await links.Find(link, LinkKind.Support, cancel) is { } open
        && open.PersonId != me.Id
        && await sharing.Accept(me, open, cancel) is { } support
            ? Pages.Next($"{Path}/{support}")
            : Over(context);

    private static async Task<IResult> Show(
        HttpContext context,
        Looking looking,
        Me me,
        Guid support,
        CancellationToken cancel
    ) => await looking.At(me, support, cancel) is { } view ? Answer(context, view) : Results.NotFound();

    private static async Task<IResult> Cheer(
        HttpContext context,
        Cheering cheering,
        Looking looking,
        Me me,
        Guid support,
        [FromForm] Guid? id,
        [FromForm] string? text,
        CancellationToken cancel
    )
    {
        if (id is null || id == Guid.Empty)
        {
            return Results.NotFound();
        }

        var said = Typed.Line(text);
        if (Typed.Trouble(said, SupportersWords.CheerMissing, Data.Cheer.LongestText) is { } trouble)
        {
            return await Again(trouble);
        }

        return await cheering.Send(me, support, id.Value, said, cancel) switch
        {
            CheerAnswer.Sent => Pages.Next($"{Path}/{support}"),
            CheerAnswer.Enough => await Again(Phrase.Of(SupportersWords.EnoughForToday, Cheering.Most)),
            _ => Results.NotFound(),
        };

        async Task<IResult> Again(string wrong) =>
            await looking.At(me, support, cancel) is { } view
                ? Answer(context, view with { Typed = said, Wrong = wrong })
                : Results.NotFound();
    }

    private static async Task<IResult> Leave(Sharing sharing, Me me, Guid support, CancellationToken cancel) =>
        await sharing.Leave(me, support, cancel) ? Pages.Next(Path) : Results.NotFound();

    private static IResult Over(HttpContext context) =>
        Pages.Show<LinkOverPage>(context, nameof(LinkOverPage.Shown), true, StatusCodes.Status404NotFound);

    private static IResult Answer(HttpContext context, SupportedView view) =>
        Pages.Show<SupportedPage>(
            context,
            nameof(SupportedPage.View),
            view,
            view.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
