using Cairn.Data;
using Cairn.Shell;

namespace Cairn.Goals;

/// <summary>What is said of a goal, as it was typed.</summary>
/// <param name="Title">What to move.</param>
/// <param name="Why">Why it matters; null for nothing.</param>
/// <param name="Area">Where it belongs; null for where it was.</param>
/// <param name="Own">A word of one's own for the area; empty where one of those that everybody has was chosen.</param>
public sealed record GoalWords(string Title, string? Why, string? Area, string Own)
{
    public static GoalWords Read(string? title, string? why, string? area, string? own)
    {
        var word = Typed.Line(own);
        return new(
            Typed.Line(title),
            Typed.Note(why) is { Length: > 0 } reason ? reason : null,
            word.Length > 0 ? AreaName.Meant(word) : Areas.Given.FirstOrDefault(given => given == area),
            word
        );
    }

    /// <summary>What has to be mended first, in one sentence; null when it can be kept.</summary>
    public string? Wrong() =>
        Typed.Trouble(Title, GoalsWords.TitleMissing)
        ?? Typed.Trouble(Why ?? "", most: CairnDb.NoteLength)
        ?? Typed.Trouble(Own, most: CairnDb.UnitLength);
}
