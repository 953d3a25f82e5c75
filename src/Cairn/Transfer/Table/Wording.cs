namespace Cairn.Transfer.Table;

/// <summary>Words with which people say that something was done, in the languages that Cairn speaks.</summary>
internal static class Wording
{
    private static readonly Dictionary<string, Said> Known = Words();

    public static Said? Of(string text) => Known.TryGetValue(text.Trim(), out var said) ? said : null;

    /// <summary>As the answer to a question about a word.</summary>
    public static Said? OfAnswer(string? answer) =>
        answer switch
        {
            "yes" => Said.Yes,
            "no" => Said.No,
            "rest" => Said.Rest,
            _ => null,
        };

    private static Dictionary<string, Said> Words()
    {
        var words = new Dictionary<string, Said>(StringComparer.OrdinalIgnoreCase);
        Add(
            Said.Yes,
            "yes y true x ✓ ✔ ✔️ ☑ ✅ done complete completed check checked won win ok YES_MANUAL ja j wahr erledigt geschafft fertig getan"
        );
        Add(Said.No, "no n false - – — ✗ ✘ ❌ ☐ open todo NotToday nein falsch offen");
        Add(Said.Rest, "skip skipped rest reserve pause off übersprungen ausgelassen ruhetag frei");
        words["not today"] = words["heute nicht"] = words["not done"] = words["nicht erledigt"] = Said.No;
        words["day off"] = words["rest day"] = Said.Rest;
        return words;

        void Add(Said said, string list)
        {
            foreach (var word in list.Split(' '))
            {
                words[word] = said;
            }
        }
    }
}
