using System.Globalization;
using System.Runtime.InteropServices;
using Cairn.Data;
using Cairn.Shell;

namespace Cairn.Splitting;

/// <summary>
/// Breaks a task into pieces that cannot overwhelm, by what stands in the way of it. The same words, the same way, the
/// same pieces: no network, no chance.
/// </summary>
public static class Splitter
{
    /// <summary>More would be a new mountain.</summary>
    public const int MostLeaves = 12;

    /// <summary>Two minutes can always be begun.</summary>
    public const int LeastSitting = 2;

    private const int MostParts = 5;
    private const int RoundsInAPart = 6;
    private const int LongestName = 70;

    /// <summary>Rounds when nobody knows how long it will take.</summary>
    private const int UsualRounds = 2;

    /// <param name="blocker">What is in the way.</param>
    /// <param name="task">In the person's own words.</param>
    /// <param name="minutes">How long all of it may take; null when nobody knows.</param>
    /// <param name="sitting">What this person begins and ends in one go, in minutes.</param>
    /// <returns>The pieces below the task, in order; depth 0 lies right below it.</returns>
    public static IReadOnlyList<Draft> Split(Blocker blocker, string task, int? minutes, int sitting)
    {
        var size = Math.Max(LeastSitting, sitting);
        var recipe = Recipe.For(blocker);
        var name = Short(task);
        var aRound = recipe.Round.Sum(piece => piece.In(size, round: 3));
        var rounds = minutes is { } known ? Math.Max(1, (int)Math.Ceiling((double)known / aRound)) : UsualRounds;
        var once = recipe.Opening.Length + recipe.Closing.Length;
        var fit = (MostLeaves - once) / recipe.Round.Length;
        if (rounds <= fit)
        {
            return [.. Pieces(blocker, recipe, name, size, rounds, depth: 0)];
        }

        var parts = Math.Clamp((int)Math.Ceiling((double)rounds / RoundsInAPart), 2, MostParts);
        var first = Math.Max(1, (MostLeaves - once - (parts - 1)) / recipe.Round.Length);
        return
        [
            new Draft(0, Words("PartFirst", name, 1, parts), 0),
            .. Pieces(blocker, recipe, name, size, first, depth: 1),
            .. Enumerable
                .Range(2, parts - 1)
                .SelectMany(part =>
                    new[]
                    {
                        new Draft(0, Words("PartLater", name, part, parts), 0),
                        new Draft(1, Words("PartSplit", name, part, parts), LeastSitting),
                    }
                ),
        ];
    }

    /// <summary>
    /// A leaf that is too large for one go, as pieces of the same thing that are not. Where twelve are not enough the last
    /// one holds what is left, and can be split when it is its turn.
    /// </summary>
    public static IReadOnlyList<Draft> Divide(string text, int minutes, int sitting)
    {
        var size = Math.Max(LeastSitting, sitting);
        var rest = Math.Max(0, minutes - LeastSitting);
        var pieces = Math.Clamp((int)Math.Ceiling((double)rest / size), 1, MostLeaves - 1);
        var each = Math.Clamp((int)Math.Ceiling((double)rest / pieces), 1, size);
        var last = Math.Max(each, rest - (each * (pieces - 1)));
        return
        [
            new Draft(0, Fit(text, RecipeWords.DivideFirst), LeastSitting),
            .. Enumerable
                .Range(1, pieces)
                .Select(piece => new Draft(
                    0,
                    Fit(
                        text,
                        pieces > 1 ? Phrase.Of(RecipeWords.DivideNext, "{0}", piece, pieces) : RecipeWords.DivideRest
                    ),
                    piece < pieces ? each : last
                )),
        ];
    }

    /// <summary>The first two minutes of a task, by what is in the way.</summary>
    public static string FirstTwoMinutes(Blocker blocker, string task) =>
        Words($"{blocker}Opening1", Short(task), 0, 0);

    /// <summary>What of a task fits into two minutes: its beginning first, then what is done once at its start.</summary>
    public static IReadOnlyList<string> TwoMinutes(Blocker blocker, string task) =>
        [
            .. Recipe
                .For(blocker)
                .Opening.Select((piece, i) => (piece, place: i + 1))
                .Where(one => one.piece.Minutes <= LeastSitting)
                .Select(one => Words($"{blocker}Opening{one.place}", Short(task), LeastSitting, 0)),
        ];

    private static IEnumerable<Draft> Pieces(
        Blocker blocker,
        Recipe recipe,
        string name,
        int sitting,
        int rounds,
        int depth
    )
    {
        for (var place = 1; place <= recipe.Opening.Length; place++)
        {
            yield return Of("Opening", place, recipe.Opening[place - 1], 1, "");
        }

        for (var round = 1; round <= rounds; round++)
        {
            for (var place = 1; place <= recipe.Round.Length; place++)
            {
                yield return Of(
                    "Round",
                    place,
                    recipe.Round[place - 1],
                    round,
                    rounds > 1 ? Phrase.Of(RecipeWords.RoundOf, round, rounds) : ""
                );
            }
        }

        for (var place = 1; place <= recipe.Closing.Length; place++)
        {
            yield return Of("Closing", place, recipe.Closing[place - 1], rounds, "");
        }

        Draft Of(string when, int place, Piece piece, int round, string count)
        {
            var minutes = piece.In(sitting, round);
            var counted = piece.Minutes > 0 ? "" : count; // rests and notes are the same each time
            return new Draft(depth, Words($"{blocker}{when}{place}", name, minutes, 0) + counted, minutes);
        }
    }

    private static string Words(string key, string name, int number, int of) =>
        Phrase.Of(
            RecipeWords.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)
                ?? throw new InvalidOperationException($"There are no words for {key}"),
            name,
            number,
            of
        );

    private static string Fit(string text, string sentence) =>
        Phrase.Of(sentence, Cut(text, CairnDb.TitleLength - sentence.Length));

    private static string Short(string task) => Cut(task, LongestName);

    /// <summary>Never through the middle of what one reads as a letter.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        for (
            int next;
            (next = end + StringInfo.GetNextTextElementLength(text, end)) < most && end < text.Length;
            end = next
        ) { }

        return text[..end].TrimEnd() + "…";
    }
}

/// <summary>One line of a suggestion. A line with deeper ones below it is a group, and its minutes are theirs.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Draft(int Depth, string Text, int Minutes);
