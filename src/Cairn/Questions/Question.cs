namespace Cairn.Questions;

/// <summary>One question of the check-in. Its words are read anew for each page, in the reader's language.</summary>
/// <param name="Key">What its answers are kept under; never changed once people have answered.</param>
/// <param name="Text">The question.</param>
public abstract record Question(string Key, Func<string> Text)
{
    /// <summary>It is about how one feels: not asked, and not shown, once a person has switched that off.</summary>
    public bool IsFeeling { get; init; }

    /// <summary>Asked at once; the others are folded below.</summary>
    public bool IsFirst { get; init; }
}

/// <summary>A rating from 0 to 10.</summary>
/// <param name="Low">What 0 means.</param>
/// <param name="High">What 10 means.</param>
public sealed record RulerQuestion(string Key, Func<string> Text, Func<string> Low, Func<string> High)
    : Question(Key, Text);

/// <summary>A line in one's own words. It is kept and shown, never analysed.</summary>
public sealed record LineQuestion(string Key, Func<string> Text) : Question(Key, Text);

/// <summary>One of a few answers.</summary>
public sealed record ChoiceQuestion(string Key, Func<string> Text, IReadOnlyList<Option> Options) : Question(Key, Text)
{
    public Option? Of(string? key) => Options.FirstOrDefault(option => option.Key == key);
}

/// <param name="Key">What is kept.</param>
/// <param name="Text">What is shown.</param>
/// <param name="Kind">What kind of influence it is.</param>
public sealed record Option(string Key, Func<string> Text, Influence Kind);

/// <summary>The four kinds of event beside progress itself (Amabile and Kramer 2011); people read our own words for them.</summary>
public enum Influence
{
    /// <summary>Helps the work on.</summary>
    Catalyst,

    /// <summary>Does the person good.</summary>
    Nourisher,

    /// <summary>Holds the work up.</summary>
    Inhibitor,

    /// <summary>Wears the person down.</summary>
    Toxin,
}
