using Cairn.Engine.Effects;

namespace Cairn.Insights;

/// <summary>
/// What was answered on the evenings of days with fewer wins than usual, as many, and more: means side by side, and no
/// claim about what comes from what.
/// </summary>
/// <param name="Usual">The middle number of wins on the rated days.</param>
/// <param name="Fewer">Days with fewer.</param>
/// <param name="AsUsual">Days with as many.</param>
/// <param name="More">Days with more.</param>
public sealed record EveningsByWins(int Usual, Evenings Fewer, Evenings AsUsual, Evenings More)
{
    /// <summary>The fewest rated evenings that are put together in a mean.</summary>
    public const int Fewest = Hunches.FewestOfEach;

    /// <summary>The days with fewer wins first.</summary>
    public IReadOnlyList<Evenings> All => [Fewer, AsUsual, More];

    /// <summary>Something can be compared.</summary>
    public bool IsShown =>
        Enumerable
            .Range(0, Asked.Feelings.Count)
            .Any(question => All.Count(evenings => evenings.Means[question] is not null) > 1);

    public static EveningsByWins Of(Diary diary, DateOnly first, int days)
    {
        var rated = Enumerable
            .Range(0, days)
            .Select(first.AddDays)
            .Select(day => (Wins: diary.StonesOn(day), Ratings: diary.FeelingsOn(day)))
            .Where(day => day.Ratings.Any(rating => rating is not null))
            .OrderBy(day => day.Wins)
            .ToList();
        var usual = rated is [] ? 0 : rated[rated.Count / 2].Wins;
        return new(usual, That(wins => wins < usual), That(wins => wins == usual), That(wins => wins > usual));

        Evenings That(Func<int, bool> fits) =>
            Evenings.Of([.. rated.Where(day => fits(day.Wins)).Select(day => day.Ratings)]);
    }
}

/// <summary>The evenings of some days.</summary>
/// <param name="Count">How many were rated.</param>
/// <param name="Means">By question, 0 to 10; null where too few answered it.</param>
public sealed record Evenings(int Count, IReadOnlyList<double?> Means)
{
    internal static Evenings Of(IReadOnlyList<IReadOnlyList<int?>> rated) =>
        new(
            rated.Count,
            [
                .. Enumerable
                    .Range(0, Asked.Feelings.Count)
                    .Select(question => rated.Select(ratings => ratings[question]).OfType<int>().ToList())
                    .Select(known => known.Count < EveningsByWins.Fewest ? (double?)null : known.Average()),
            ]
        );
}
