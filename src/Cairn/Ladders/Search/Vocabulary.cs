namespace Cairn.Ladders.Search;

/// <summary>
/// Every word that the ladders hold, and how a typed word meets them: as it is, as a compound of known words
/// ("Steuererklärung" meets "Steuer"), as the beginning of a longer one, or with a slip or two of the finger.
/// </summary>
internal sealed class Vocabulary
{
    private const int ShortestPart = 4;
    private const int ShortestBeginning = 5;
    private const double AsPart = 0.5;
    private const double AsBeginning = 0.5;
    private const double WithOneSlip = 0.8;
    private const double WithTwoSlips = 0.55;

    /// <summary>What German puts between the parts of a compound.</summary>
    private static readonly string[] Joints = ["", "s", "n", "en", "es", "er"];

    private readonly Dictionary<string, string> stemOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);

    public void Add(string word)
    {
        var stem = Speech.Stem(word);
        stemOf[word] = stem;
        stems.Add(stem);
    }

    /// <summary>The stems of known words that a word is made of; none if it is not made of known words.</summary>
    public IReadOnlyList<string> PartsOf(string word) =>
        word.Length >= 2 * ShortestPart && Parts(word, whole: word) is { } parts
            ? [.. parts.Select(Speech.Stem).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>Stems that a typed word may mean, each with how much of the meaning it carries, 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Meant(string typed)
    {
        var meant = new Dictionary<string, double>(StringComparer.Ordinal);
        var stem = Speech.Stem(typed);
        if (stems.Contains(stem))
        {
            meant[stem] = 1;
        }

        foreach (var part in PartsOf(typed))
        {
            Raise(part, AsPart);
        }

        if (typed.Length >= ShortestBeginning)
        {
            foreach (var (word, its) in stemOf)
            {
                if (word.Length > typed.Length && word.StartsWith(typed, StringComparison.Ordinal))
                {
                    Raise(its, AsBeginning);
                }
            }
        }

        if (meant.Count == 0)
        {
            Guess(typed, Raise);
        }

        return meant;

        void Raise(string its, double weight) => meant[its] = Math.Max(weight, meant.GetValueOrDefault(its));
    }

    private void Guess(string typed, Action<string, double> raise)
    {
        var most = Typing.SlipsAllowed(typed.Length);
        var near = stemOf
            .Select(pair => (Stem: pair.Value, Slips: Typing.Slips(typed, pair.Key, most)))
            .Where(pair => pair.Slips <= most)
            .ToList();
        if (near.Count == 0)
        {
            return;
        }

        var nearest = near.Min(pair => pair.Slips);
        foreach (var (stem, slips) in near)
        {
            if (slips == nearest)
            {
                raise(stem, slips <= 1 ? WithOneSlip : WithTwoSlips);
            }
        }
    }

    /// <summary>Fewest parts win, because the longest first part is tried first.</summary>
    private List<string>? Parts(string rest, string whole)
    {
        if (rest.Length < whole.Length && IsPart(rest))
        {
            return [rest];
        }

        for (var length = rest.Length - ShortestPart; length >= ShortestPart; length--)
        {
            var head = rest[..length];
            foreach (var joint in Joints)
            {
                if (
                    head.EndsWith(joint, StringComparison.Ordinal)
                    && IsPart(head[..^joint.Length])
                    && Parts(rest[length..], whole) is { } tail
                )
                {
                    return [head[..^joint.Length], .. tail];
                }
            }
        }

        return null;
    }

    private bool IsPart(string word) =>
        word.Length >= ShortestPart && (stemOf.ContainsKey(word) || stems.Contains(Speech.Stem(word)));
}
