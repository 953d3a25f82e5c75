using System.Globalization;
using Cairn.Data;

namespace Cairn.Settings;

/// <param name="Wrong">What could not be saved, and what to do; what was typed is kept.</param>
public sealed record SettingsView(
    Person Person,
    bool Saved,
    string? Wrong = null,
    string? TypedZone = null,
    string? TypedDayStart = null
)
{
    public string Zone => TypedZone ?? Person.Zone;

    public string DayStart => TypedDayStart ?? Person.DayStart.ToString("HH:mm", CultureInfo.InvariantCulture);
}
