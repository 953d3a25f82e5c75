namespace Cairn.Ladders.Search;

/// <summary>
/// Finds ladders by what people say. Each typed word counts by how rare it is (BM25, Robertson and Zaragoza 2009)
/// and by where it stands: what the writers expected people to say and the title first, the rungs far behind.
/// </summary>
public sealed class LadderSearch
{
    private const double Titled = 3;
    private const double Expected = 3;
    private const double Promised = 1;
    private const double Mentioned = 0.3;
    private const double InAPart = 0.4;
    private const double OtherLanguage = 0.8;
    private const double Saturation = 1.2;

    /// <summary>What a ladder gains if one of its expected sayings is said as a whole.</summary>
    private const double SaidAsAWhole = 0.5;

    /// <summary>And for each word of a saying that was typed word for word, "I never get to exercise".</summary>
    private const double WordForWord = 0.1;

    /// <summary>A word that no ladder has tells less than one that some have.</summary>
    private const double OfAStranger = 0.5;

    /// <summary>A ladder of the area that the person chose goes before an equal one of another.</summary>
    private const double SameArea = 1.15;

    /// <summary>Of what was typed, weighted by rarity, at least this share must be met.</summary>
    private const double LeastCovered = 0.3;

    /// <summary>Far behind the best is not offered.</summary>
    private const double LeastOfBest = 0.3;

    private readonly Vocabulary vocabulary = new();
    private readonly List<Indexed> ladders;
    private readonly Dictionary<string, int> spread = new(StringComparer.Ordinal);

    public LadderSearch(IReadOnlyList<Ladder> all)
    {
        foreach (var word in all.SelectMany(Fields).SelectMany(field => Speech.Words(field.Text)))
        {
            vocabulary.Add(word);
        }

        ladders = [.. all.Select(Index)];
        foreach (var stem in ladders.SelectMany(ladder => ladder.Telling))
        {
            spread[stem] = spread.GetValueOrDefault(stem) + 1;
        }
    }

    /// <param name="typed">Anything.</param>
    /// <param name="language">The person's, two letters: words in it count more.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="area">The area that the person chose, if they did.</param>
    /// <returns>The fitting ones, best first; none if nothing fits.</returns>
    public IReadOnlyList<Ladder> Find(string typed, string language, int most, string? area = null)
    {
        var words = Speech.Words(typed).Distinct(StringComparer.Ordinal).Select(Ask).ToList();
        var asked = words.Sum(word => word.Rarity);
        var verbatim = Speech.Verbatim(typed);
        var found = ladders
            .Select(ladder =>
                (ladder.Ladder, Score: Score(ladder, words, asked, language) * Bonus(ladder, verbatim, area))
            )
            .Where(found => found.Score > 0)
            .OrderByDescending(found => found.Score)
            .ThenBy(found => found.Ladder.Id, StringComparer.Ordinal)
            .Take(most)
            .ToList();
        return [.. found.Where(f => f.Score >= LeastOfBest * found[0].Score).Select(f => f.Ladder)];
    }

    private double Score(Indexed ladder, List<Asked> words, double asked, string language)
    {
        var score = 0.0;
        var covered = 0.0;
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var best = 0.0;
            var share = 0.0;
            foreach (var (stem, carries) in word.Meant)
            {
                var english = ladder.English.GetValueOrDefault(stem);
                var german = ladder.German.GetValueOrDefault(stem);
                var (own, other) = language == "de" ? (german, english) : (english, german);
                var weight = Math.Max(own, OtherLanguage * other);
                if (weight > 0)
                {
                    var value = carries * Rarity(stem) * weight / (weight + Saturation);
                    best = Math.Max(best, value);
                    share = Math.Max(share, carries * Math.Min(1, weight));
                    met.Add(stem);
                }
            }

            score += best;
            covered += word.Rarity * share;
        }

        if (covered < LeastCovered * asked)
        {
            return 0;
        }

        return score
            * (0.5 + (0.5 * covered / asked))
            * (1 + (SaidAsAWhole * ladder.Sayings.Max(saying => ShareOf(saying, met))));
    }

    private static double Bonus(Indexed ladder, string verbatim, string? area)
    {
        var longest = ladder
            .Verbatim.Where(saying => verbatim.Contains(saying, StringComparison.Ordinal))
            .Select(saying => saying.Count(letter => letter == ' ') - 1)
            .DefaultIfEmpty(0)
            .Max();
        return (1 + (WordForWord * longest)) * (ladder.Ladder.Area == area ? SameArea : 1);
    }

    /// <summary>How much of a saying was said, by rarity.</summary>
    private double ShareOf(string[] saying, HashSet<string> met)
    {
        var (all, said) = (0.0, 0.0);
        foreach (var stem in saying)
        {
            var rarity = Rarity(stem);
            all += rarity;
            said += met.Contains(stem) ? rarity : 0;
        }

        return all > 0 ? said / all : 0;
    }

    private Asked Ask(string word)
    {
        var meant = vocabulary.Meant(word);
        return new(meant, meant.Count == 0 ? OfAStranger * Rarity("") : meant.Max(pair => Rarity(pair.Key)));
    }

    private double Rarity(string stem)
    {
        var holders = spread.GetValueOrDefault(stem);
        return Math.Log(1 + ((ladders.Count - holders + 0.5) / (holders + 0.5)));
    }

    private Indexed Index(Ladder ladder)
    {
        var english = new Dictionary<string, double>(StringComparer.Ordinal);
        var german = new Dictionary<string, double>(StringComparer.Ordinal);
        var telling = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in Fields(ladder))
        {
            var weights = field.IsGerman ? german : english;
            foreach (var word in Speech.Words(field.Text))
            {
                Put(Speech.Stem(word), field.Weight);
                foreach (var part in vocabulary.PartsOf(word))
                {
                    Put(part, InAPart * field.Weight);
                }
            }

            void Put(string stem, double weight)
            {
                weights[stem] = weights.GetValueOrDefault(stem) + weight;
                if (field.Weight >= Promised)
                {
                    telling.Add(stem);
                }
            }
        }

        return new(
            ladder,
            english,
            german,
            telling,
            [.. Sayings(ladder).Select(StemsOf)],
            [.. Sayings(ladder).Select(Speech.Verbatim)]
        );
    }

    private static IEnumerable<Field> Fields(Ladder ladder)
    {
        foreach (var (said, weight) in Told(ladder))
        {
            yield return new(said.En, weight, IsGerman: false);
            yield return new(said.De, weight, IsGerman: true);
        }

        foreach (var words in ladder.SearchEn)
        {
            yield return new(words, Expected, IsGerman: false);
        }

        foreach (var words in ladder.SearchDe)
        {
            yield return new(words, Expected, IsGerman: true);
        }
    }

    private static string[] StemsOf(string saying) =>
        [.. Speech.Words(saying).Select(Speech.Stem).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Sayings(Ladder ladder) =>
        [ladder.Title.En, ladder.Title.De, .. ladder.SearchEn, .. ladder.SearchDe];

    private static IEnumerable<(Said, double)> Told(Ladder ladder) =>
        [(ladder.Title, Titled), (ladder.GoodFor, Promised), .. ladder.Rungs.Select(rung => (rung.Words, Mentioned))];

    private sealed record Field(string Text, double Weight, bool IsGerman);

    /// <summary>A typed word: what it may mean, and how much it tells.</summary>
    private sealed record Asked(IReadOnlyDictionary<string, double> Meant, double Rarity);

    private sealed record Indexed(
        Ladder Ladder,
        Dictionary<string, double> English,
        Dictionary<string, double> German,
        HashSet<string> Telling,
        string[][] Sayings,
        string[] Verbatim
    );
}
