using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Today;

/// <summary>How a day is shown in the row of small shapes; the shape tells, not the colour alone.</summary>
public enum DayMark
{
    Path,
    Rest,
    Floor,
    Target,
    Stretch,
}

public static class DayMarks
{
    public static DayMark Of(Entry? entry) =>
        entry switch
        {
            { Outcome: Outcome.Rest } => DayMark.Rest,
            { Outcome: Outcome.Won, Tier: Tier.Stretch } => DayMark.Stretch,
            { Outcome: Outcome.Won, Tier: Tier.Target } => DayMark.Target,
            { Outcome: Outcome.Won } => DayMark.Floor,
            _ => DayMark.Path,
        };
}
