namespace Cairn.Insights;

/// <summary>
/// The keys under which the check-in keeps what is looked at here. A key never changes its meaning (docs/decisions/0702). Of
/// words only whether there are any is asked, never which.
/// </summary>
public static class Asked
{
    /// <summary>The evening's rating, 0 to 10.</summary>
    public const string Mood = "mood";

    /// <summary>An answer to one of these says that something was in the way.</summary>
    public static readonly IReadOnlyList<string> InTheWay = ["inTheWay", "inTheWayKind", "hindered"];

    /// <summary>Whoever answered one of these, and none of <see cref="InTheWay"/>, had a day with nothing in the way.</summary>
    public static readonly IReadOnlyList<string> BesideIt = ["best", "helped"];
}
