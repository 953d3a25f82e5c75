using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Settings;

public static class SettingsEndpoints
{
    public static void AddSettings(this IServiceCollection services) => services.AddScoped<SettingsChanges>();

    public static void MapSettings(this WebApplication app)
    {
        app.MapGet("/settings", (HttpContext context, Me me, bool? saved) => Show(context, me, saved ?? false));
        app.MapPost("/settings", Save).DisableAntiforgery();
    }

    private static IResult Show(HttpContext context, Me me, bool saved) =>
        Pages.Show<SettingsPage>(context, nameof(SettingsPage.View), new SettingsView(me.Person, saved));

    private static async Task<IResult> Save(
        HttpContext context,
        SettingsChanges changes,
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
        var isReadable = TimeOnly.TryParse(dayStart, CultureInfo.InvariantCulture, out var start);
        var before = Preferences.Of(me.Person);
        var next = new Preferences(
            zone ?? "",
            start,
            ShellServices.Languages.FirstOrDefault(known => known == language),
            dial,
            openSteps ?? before.OpenSteps,
            TimeOnly.TryParse(evening, CultureInfo.InvariantCulture, out var hour) ? hour : before.Evening,
            celebration ?? before.Celebration
        );
        var wrong = next.Wrong() ?? (isReadable ? null : SettingsWords.DayStartWrong);
        if (wrong is not null || !Enum.IsDefined(next.Dial) || !Enum.IsDefined(next.Celebration))
        {
            return Pages.Show<SettingsPage>(
                context,
                nameof(SettingsPage.View),
                new SettingsView(me.Person, Saved: false, wrong, Typed.Line(zone), Typed.Line(dayStart)),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        await changes.Save(me, next, isStill: _ => true, cancel);
        RememberLanguage(context, next.Language);
        return Pages.Next("/settings?saved=true");
    }

    /// <summary>In a cookie, so that a page knows its language before it knows its person.</summary>
    private static void RememberLanguage(HttpContext context, string? language)
    {
        var options = HostCookie.Options(context.Request, SameSiteMode.Strict, TimeSpan.FromDays(400));
        var name = HostCookie.NameFor(context.Request, ShellServices.LanguageCookie);
        if (language is null)
        {
            context.Response.Cookies.Delete(name, options);
            return;
        }

        var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language));
        context.Response.Cookies.Append(name, value, options);
    }
}
