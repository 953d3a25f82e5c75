using Cairn.Data;
using Cairn.Questions;

namespace Cairn.Demo;

/// <summary>What simulated people write in their own words.</summary>
internal static class DemoTexts
{
    public static readonly IReadOnlyList<string> Noticed =
    [
        "Said no, and nothing happened.",
        "Called the dentist.",
        "Slept before midnight.",
        "Left the phone in the other room.",
        "Cooked instead of ordering.",
        "Apologised first.",
        "Took the stairs without thinking about it.",
        "Asked for help with the form.",
        "Sat in the sun for ten minutes.",
        "Threw away the box from the hallway.",
    ];

    /// <summary>{0} is a step that was won.</summary>
    public static readonly IReadOnlyList<string> BestOfAWin =
    [
        "{0}, and it was easier than I thought.",
        "{0}: done before I could argue with myself.",
        "The quiet after “{0}”.",
        "{0}. Again.",
    ];

    public static readonly IReadOnlyList<string> Best =
    [
        "The light in the park.",
        "My daughter laughed at my joke.",
        "Coffee with Müller from the third floor.",
        "A letter from an old friend.",
        "Rain on the window, and nothing to do.",
        "Somebody said thank you.",
    ];

    public static readonly IReadOnlyList<(string Text, Option Kind)> InTheWay =
    [
        ("Three meetings in a row", HeldUp),
        ("The train was late", HeldUp),
        ("I did not know where to begin", HeldUp),
        ("No quiet place", HeldUp),
        ("An unfriendly mail", WoreDown),
        ("The argument about the dishes", WoreDown),
        ("Bad news on the radio", WoreDown),
    ];

    private static Option HeldUp => CheckInQuestions.InTheWayKind.Options[0];

    private static Option WoreDown => CheckInQuestions.InTheWayKind.Options[1];
}
