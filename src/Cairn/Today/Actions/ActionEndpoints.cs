using System.Globalization;
using System.Text.Json;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Today.Actions;

public static class ActionEndpoints
{
    public const int MostAtOnce = 500;

    public static void MapActions(this WebApplication app)
    {
        app.MapPost("/act/{kind}", TakeForm).DisableAntiforgery();
        app.MapPost("/actions", TakeList).DisableAntiforgery();
    }

    private static async Task<IResult> TakeForm(
        HttpRequest request,
        string kind,
        Log log,
        CairnDb db,
        CheckInTrouble checkIns,
        Me me,
        CancellationToken cancel
    )
    {
        var form = await Forms.Read(request, cancel);
        if (ActionForm.Read(kind, form) is not { } action || action.Id == Guid.Empty)
        {
            return Results.BadRequest();
        }

        var result = await log.Take(me, action, cancel);
        if (result.IsTaken && ActionForm.Back(form) is { } back)
        {
            return Pages.Next(back);
        }

        var day = action.Day ?? me.Today;
        if (result.State == ActionState.NotHere)
        {
            return Results.NotFound();
        }

        if (
            result.State == ActionState.Refused
            && action is AnswerCheckIn
            && await checkIns.Show(request.HttpContext, me, day, result.Why ?? "") is { } written
        )
        {
            return written;
        }

        if (!result.IsTaken)
        {
            var step = Guid.TryParse(form["step"], out var row) ? row : (Guid?)null;
            var typed = form["amount"].ToString() is { Length: > 0 } amount ? amount : form["text"].ToString();
            return await TodayEndpoints.ShowTrouble(
                request.HttpContext,
                db,
                me,
                day,
                new Trouble(result.Why ?? "", step, Typed.Note(typed)) { Words = ActionForm.WordsOf(form) },
                cancel
            );
        }

        var page = day < me.Today ? string.Create(CultureInfo.InvariantCulture, $"/day/{day:O}") : "/";
        return Pages.Next(result.Counts is { } said ? $"{page}?said={said}" : page);
    }

    private static async Task<IResult> TakeList(HttpRequest request, Log log, Me me, CancellationToken cancel)
    {
        JsonElement list;
        try
        {
            list = (await JsonDocument.ParseAsync(request.Body, default, cancel)).RootElement;
        }
        catch (JsonException error)
        {
            return Sentence(ActionJson.Unreadable(error.Message));
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            return Sentence(ActionWords.NotAList);
        }

        if (list.GetArrayLength() > MostAtOnce)
        {
            return Sentence(Phrase.Of(ActionWords.TooMany, MostAtOnce));
        }

        var read = list.EnumerateArray().Select(element => (Element: element, Read: ActionJson.Read(element))).ToList();
        var taken = await log.Take(me, [.. read.Select(one => one.Read.Action).OfType<DayAction>()], cancel);
        var next = 0;
        var results = read.Select(one =>
                one.Read.Action is null
                    ? new ActionResult(ActionJson.IdOf(one.Element), ActionState.Refused, Why: one.Read.Why)
                    : taken[next++]
            )
            .Select(result => new
            {
                id = result.Id,
                state = result.State switch
                {
                    ActionState.Saved => "saved",
                    ActionState.Known => "known",
                    _ => "refused",
                },
                why = result.Why,
            })
            .ToList();
        return Results.Json(new { results });
    }

    private static IResult Sentence(string why) =>
        Results.Json(new { why }, statusCode: StatusCodes.Status400BadRequest);
}
