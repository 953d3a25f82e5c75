using System.Text.Json;
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

        return await changes.Save(me, next, now => TagOf(now) == seen.Tag, cancel) is var kept and not Kept.Saved
            ? Problem.Of(kept)
            : Shown.Of(next);
    }

    /// <summary>As <see cref="Shown"/> tags it.</summary>
    private static string TagOf(Preferences now) => Tags.Of(JsonSerializer.SerializeToUtf8Bytes(now, ApiFormat.Usual));
}
