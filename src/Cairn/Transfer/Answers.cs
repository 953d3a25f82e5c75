namespace Cairn.Transfer;

/// <summary>What the person answered to a file's <see cref="Question"/>s, by key.</summary>
public sealed class Answers(IReadOnlyDictionary<string, string> given)
{
    public static readonly Answers None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public IEnumerable<string> Keys => given.Keys;

    public string? To(string key) => given.GetValueOrDefault(key)?.Trim();
}
