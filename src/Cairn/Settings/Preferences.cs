using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Settings;

/// <summary>How a person wants Cairn to be.</summary>
public sealed record Preferences(
    string Zone,
    TimeOnly DayStart,
    string? Language,
    Dial Dial,
    int OpenSteps,
    TimeOnly Evening,
    Celebration Celebration
)
{
    /// <summary>A day may start as late as this; later would be another day.</summary>
    private static readonly TimeOnly LatestDayStart = new(6, 0);

    public static Preferences Of(Person person) =>
        new(
            person.Zone,
            person.DayStart,
            person.Language,
            person.Dial,
            person.OpenSteps,
            person.Evening,
            person.Celebration
        );

    /// <summary>What has to be mended first, in one sentence; null when it can be kept.</summary>
    public string? Wrong() =>
        !PersonalDay.IsZone(Zone) ? SettingsWords.ZoneUnknown
        : DayStart > LatestDayStart ? SettingsWords.DayStartWrong
        : OpenSteps is < 1 or > 7 ? SettingsWords.OpenStepsWrong
        : Language is not null && !ShellServices.Languages.Contains(Language) ? SettingsWords.LanguageUnknown
        : null;
}
