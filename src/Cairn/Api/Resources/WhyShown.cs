using Cairn.Data;
using Cairn.Steps;
using Cairn.Today;

namespace Cairn.Api.Resources;

/// <param name="Bars">As they stand today.</param>
/// <param name="Days">Those that moved its size most.</param>
public sealed record WhyShown(BarsShown Bars, IReadOnlyList<MovingDayShown> Days)
{
    public static WhyShown Of(WhyView view) =>
        new(
            BarsShown.Of(view.Bars),
            [
                .. view.Days.Select(day => new MovingDayShown(
                    day.Day,
                    Math.Round(day.Factor, 3),
                    SaidShown.Of(day.Entry)
                )),
            ]
        );
}

/// <param name="Factor">By how much the day moved what is believed possible: 1.1 is a tenth more.</param>
/// <param name="Said">What was said about the step that day; null where what was said of others moved it.</param>
public sealed record MovingDayShown(DateOnly Day, double Factor, SaidShown? Said);

/// <summary>Of its ladder, else of one that fits it, else what fits most; in the language of the caller.</summary>
/// <param name="Cues">Each is read after "After I …".</param>
/// <param name="Plans">What may come in between, and what to do then.</param>
/// <param name="Changes">What brings it near, for its lists.</param>
public sealed record SuggestionsShown(
    IReadOnlyList<string> Cues,
    IReadOnlyList<ObstacleShown> Plans,
    IReadOnlyList<string> Changes
)
{
    public static SuggestionsShown Of(Suggestions suggestions) =>
        new(
            suggestions.Cues,
            [.. suggestions.Plans.Select(plan => new ObstacleShown(plan.If, plan.Then))],
            suggestions.Changes
        );
}

/// <param name="Rating">From 0, not at all, to 10, entirely.</param>
public sealed record SureSaid(int Rating);

/// <param name="Stays">The size may stand; if not, it was halved and may be asked about again.</param>
/// <param name="Step">As it is now.</param>
public sealed record SureShown(bool Stays, StepShown Step);
