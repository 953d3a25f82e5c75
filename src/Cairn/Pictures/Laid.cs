using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Pictures;

/// <summary>The stone that a win lays.</summary>
public static class Laid
{
    /// <param name="win">The win.</param>
    /// <param name="step">Its step, if it is known.</param>
    public static Stone By(Entry win, LivedStep? step) =>
        new(
            win.Id,
            step?.AreaOn(win.Day) ?? Areas.Personal,
            (int)(win.Tier ?? Tier.Floor),
            KindOf(win.Kind),
            step?.Version.Name ?? ""
        );

    public static Stone By(NoticedWin noticed) =>
        new(noticed.Id, Areas.Personal, (int)Tier.Floor, StoneKind.Noticed, noticed.Text);

    public static StoneKind KindOf(StepKind kind) =>
        kind switch
        {
            StepKind.Task => StoneKind.Task,
            StepKind.Moment => StoneKind.Moment,
            _ => StoneKind.Practice,
        };
}
