namespace Cairn.Api.Keys;

/// <summary>What a key lets a program do. Each stands for itself: none brings another along.</summary>
public static class Scopes
{
    /// <summary>The claim that holds one of them.</summary>
    public const string Claim = "scope";

    /// <summary>Sees everything that its person sees.</summary>
    public const string Read = "read";

    /// <summary>Says something about a day: a win, not today, a rest, a check-in, Undo.</summary>
    public const string Log = "log";

    /// <summary>Changes goals, steps and settings, corrects what was said, brings a history along.</summary>
    public const string Write = "write";

    /// <summary>Sees the planned days and times of steps, as a calendar; nothing else, and nothing else sees that.</summary>
    public const string Calendar = "calendar";

    /// <summary>Those that a person chooses from for a program.</summary>
    public static readonly IReadOnlyList<string> OfPrograms = [Read, Log, Write];
}
