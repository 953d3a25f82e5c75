using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Api.Keys;

/// <summary>The page on which a person makes keys for other programs, sees when each was used, and takes them back.</summary>
public static class KeysEndpoints
{
    private const string Path = "/settings/keys";

    public static void MapKeys(this WebApplication app)
    {
        var keys = app.MapGroup(Path).DisableAntiforgery();
        keys.MapGet("", List);
        keys.MapPost("", Make);
        keys.MapPost("{key:guid}/back", TakeBack);
    }

    private static async Task<IResult> List(HttpContext context, AccessKeys keys, Me me, CancellationToken cancel) =>
        await Show(context, keys, me, new KeysView(), StatusCodes.Status200OK, cancel);

    /// <summary>What was made is in this one answer and nowhere else: going back and forth does not show it again.</summary>
    private static async Task<IResult> Make(
        HttpContext context,
        AccessKeys keys,
        Me me,
        [FromForm] Guid id,
        [FromForm] string? name,
        [FromForm] int? days,
        [FromForm] bool? calendar,
        CancellationToken cancel
    )
    {
        if (calendar == true && id != Guid.Empty)
        {
            return await MakeCalendar(context, keys, me, id, cancel);
        }

        var form = await Forms.Read(context.Request, cancel);
        var scopes = Scopes.OfPrograms.Where(form.ContainsKey).ToList();
        var words = Typed.Line(name);
        var wrong =
            Typed.Trouble(words, ApiWords.NameMissing, AccessKey.NameLength)
            ?? (scopes.Count == 0 ? ApiWords.ChooseScopes : null);
        if (wrong is not null || id == Guid.Empty || !KeysView.Lifetimes.Contains(days ?? 0))
        {
            var typed = new KeysView
            {
                Wrong = wrong ?? ApiWords.NameMissing,
                Name = words,
                Chosen = scopes,
            };
            return await Show(context, keys, me, typed, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        var secret = await keys.Make(me, id, words, scopes, days, cancel);
        return await ShowMade(context, keys, me, new KeysView { Made = id, Secret = secret }, cancel);
    }

    private static async Task<IResult> MakeCalendar(
        HttpContext context,
        AccessKeys keys,
        Me me,
        Guid id,
        CancellationToken cancel
    )
    {
        var secret = await keys.Make(me, id, ApiWords.Calendar, [Scopes.Calendar], days: null, cancel);
        var address = secret is null
            ? null
            : $"{context.Request.Scheme}://{context.Request.Host}{Calendar.CalendarFeed.PathOf(secret)}";
        return await ShowMade(
            context,
            keys,
            me,
            new KeysView
            {
                Made = id,
                Secret = address,
                IsAddress = true,
            },
            cancel
        );
    }

    private static async Task<IResult> TakeBack(AccessKeys keys, Me me, Guid key, CancellationToken cancel) =>
        await keys.TakeBack(me, key, cancel) ? Pages.Next(Path) : Results.NotFound();

    private static Task<IResult> ShowMade(
        HttpContext context,
        AccessKeys keys,
        Me me,
        KeysView view,
        CancellationToken cancel
    ) =>
        view.Secret is null
            ? Show(
                context,
                keys,
                me,
                view with
                {
                    Wrong = Phrase.Of(ApiWords.NotMade, AccessKeys.MostOfOnePerson),
                },
                StatusCodes.Status409Conflict,
                cancel
            )
            : Show(context, keys, me, view, StatusCodes.Status200OK, cancel);

    private static async Task<IResult> Show(
        HttpContext context,
        AccessKeys keys,
        Me me,
        KeysView view,
        int status,
        CancellationToken cancel
    ) =>
        Pages.Show<KeysPage>(
            context,
            nameof(KeysPage.View),
            view with
            {
                Next = Guid.CreateVersion7(me.Now),
                Person = me.Person,
                Now = me.Now,
                Keys = await keys.Of(me.Id, cancel),
            },
            status
        );
}
