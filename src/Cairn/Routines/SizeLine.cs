using Cairn.Shell;

namespace Cairn.Routines;

/// <summary>How long a routine is: "14 min as usual · 4 min at the shortest · 1 without minutes · you have 10 min".</summary>
public static class SizeLine
{
    public static string Of(Routine routine) =>
        string.Join(
            " · ",
            new[]
            {
                routine.Usual > 0 ? Phrase.Of(RoutinesWords.Usual, Quantity.Of(routine.Usual)) : null,
                routine.Floor < routine.Usual ? Phrase.Of(RoutinesWords.AtLeast, Quantity.Of(routine.Floor)) : null,
                routine.Uncounted > 0 ? Phrase.Of(RoutinesWords.Uncounted, routine.Uncounted) : null,
                routine.Version.Minutes is { } have ? Phrase.Of(RoutinesWords.Have, have) : null,
            }.OfType<string>()
        );

    /// <summary>The total against what the person has; null where they did not say.</summary>
    public static string? Advice(Routine routine) =>
        routine.Version.Minutes is not { } have || routine.Usual == 0 ? null
        : routine.Usual <= have ? Phrase.Of(RoutinesWords.Fits, have)
        : routine.Floor <= have ? Phrase.Of(RoutinesWords.ShortestFits, Quantity.Of(routine.Usual), have)
        : Phrase.Of(RoutinesWords.NothingFits, Quantity.Of(routine.Floor), have);
}
