using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Settings;

public static class SettingsEndpoints
{
    /// <summary>A day may start as late as this; later would be another day.</summary>
    private static readonly TimeOnly LatestDayStart = new(6, 0);

    public static void MapSettings(this WebApplication app)
    {
        app.MapGet("/settings", (HttpContext context, Me me, bool? saved) => Show(context, me, saved ?? false));
        app.MapPost("/settings", Save).DisableAntiforgery();
    }

    private static IResult Show(HttpContext context, Me me, bool saved) =>
        Pages.Show<SettingsPage>(context, nameof(SettingsPage.View), new SettingsView(me.Person, saved));

    private static async Task<IResult> Save(
        HttpContext context,
        CairnDb db,
        WriteGate gate,
        Me me,
        [FromForm] string? zone,
        [FromForm] string? dayStart,
        [FromForm] string? language,
        [FromForm] Dial dial,
        [FromForm] int? openSteps,
        [FromForm] string? evening,
        [FromForm] Celebration? celebration,
        CancellationToken cancel
    )
    {
        var readable = TimeOnly.TryParse(dayStart, CultureInfo.InvariantCulture, out var start);
        var wrong =
            !PersonalDay.IsZone(zone) ? SettingsWords.ZoneUnknown
            : !readable || start > LatestDayStart ? SettingsWords.DayStartWrong
            : null;
        var open = openSteps ?? me.Person.OpenSteps;
        var hour = TimeOnly.TryParse(evening, CultureInfo.InvariantCulture, out var typed) ? typed : me.Person.Evening;
        var answer = celebration ?? me.Person.Celebration;
        wrong ??= open is < 1 or > 7 ? SettingsWords.OpenStepsWrong : null;
        if (wrong is not null || !Enum.IsDefined(dial) || !Enum.IsDefined(answer))
        {
            return Pages.Show<SettingsPage>(
                context,
                nameof(SettingsPage.View),
                new SettingsView(me.Person, Saved: false, wrong, Typed.Line(zone), Typed.Line(dayStart)),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var chosen = ShellServices.Languages.FirstOrDefault(known => known == language);
        await gate.Write(
            db,
            me.Id,
            () =>
                db
                    .People.Where(person => person.Id == me.Id)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(person => person.Zone, zone)
                                .SetProperty(person => person.DayStart, start)
                                .SetProperty(person => person.Language, chosen)
                                .SetProperty(person => person.Dial, dial)
                                .SetProperty(person => person.OpenSteps, open)
                                .SetProperty(person => person.Evening, hour)
                                .SetProperty(person => person.Celebration, answer),
                        cancel
                    ),
            cancel
        );
        RememberLanguage(context.Response.Cookies, chosen);
        return Pages.Next("/settings?saved=true");
    }

    /// <summary>In a cookie, so that a page knows its language before it knows its person.</summary>
    private static void RememberLanguage(IResponseCookies cookies, string? language)
    {
        if (language is null)
        {
            cookies.Delete(ShellServices.LanguageCookie);
            return;
        }

        cookies.Append(
            ShellServices.LanguageCookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(400),
                SameSite = SameSiteMode.Strict,
                HttpOnly = true,
                IsEssential = true,
            }
        );
    }
}
