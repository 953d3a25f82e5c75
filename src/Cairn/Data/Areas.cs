namespace Cairn.Data;

/// <summary>The three areas that everybody has; a person may name more.</summary>
public static class Areas
{
    public const string Health = "health";
    public const string Work = "work";
    public const string Personal = "personal";

    public static readonly IReadOnlyList<string> Given = [Health, Work, Personal];
}
