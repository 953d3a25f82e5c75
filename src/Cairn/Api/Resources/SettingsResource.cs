using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Settings;

namespace Cairn.Api.Resources;

/// <summary>How the person wants Cairn to be.</summary>
public static class SettingsResource
{
    public static void MapSettings(this ApiGroups api)
    {
        api.Read.MapGet("settings", (Me me) => Shown.Of(Preferences.Of(me.Person))).Shows<Preferences>("The settings");
        api.Write.MapPut("settings", Save).Shows<Preferences>("Changes the settings, all at once");
    }

    private static async Task<IResult> Save(
        SettingsChanges changes,
        Me me,
        Body<Preferences> body,
        SeenTag seen,
        CancellationToken cancel
    )
    {
        var next = body.Value;
        if (next.Wrong() is { } wrong)
        {
            return Problem.Refused(wrong);
        }

        return
            await changes.Save(me, next, now => Tags.OfContent(now) == seen.Tag, cancel) is var kept and not Kept.Saved
            ? Problem.Of(kept)
            : Shown.Of(next);
    }
}
