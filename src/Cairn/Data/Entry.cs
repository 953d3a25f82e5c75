using Cairn.Engine.Capacity;
using Cairn.Engine.Praise;

namespace Cairn.Data;

/// <summary>
/// One fact: step, local date, amount or outcome. Never overwritten, only superseded: of one step and day
/// exactly one entry has no <see cref="SupersededBy"/>, and that one counts. Moments are counted, so of them each does.
/// </summary>
public sealed class Entry
{
    public required Guid PersonId { get; init; }

    /// <summary>Made by the client, so that the same action sent twice is one entry.</summary>
    public required Guid Id { get; init; }

    public required Guid StepId { get; init; }

    /// <summary>The kind of its step: moments may count several times a day.</summary>
    public StepKind Kind { get; init; }

    /// <summary>The day it is about, in the person's calendar.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The zone in which that day was lived.</summary>
    public required string Zone { get; init; }

    public required DateTimeOffset At { get; init; }
    public required Outcome Outcome { get; init; }
    public Tier? Tier { get; init; }
    public double? Amount { get; init; }

    /// <summary>"That was all I had": the amount was the limit, not a stop.</summary>
    public bool ThatWasAll { get; init; }

    public MissReason Reason { get; init; }

    /// <summary>What was written beside it. A tap that takes its place says nothing about the words, and keeps them.</summary>
    public string? Note { get; set; }

    /// <summary>The bars in force on that day and their chances: a fact from the first entry of the day on.</summary>
    public required Bars Bars { get; init; }

    /// <summary>
    /// Which kind of true thing was said for it, so that the next win hears another. What takes an entry's place keeps
    /// it: said is said.
    /// </summary>
    public TruthKind? Truth { get; set; }

    /// <summary>The entry that took this one's place.</summary>
    public Guid? SupersededBy { get; set; }

    /// <inheritdoc cref="Goal.Source"/>
    public string? Source { get; init; }

    private const string ByHand = "/by-hand/";

    /// <summary>It was imported and then corrected here: a later import leaves it as it is.</summary>
    public static bool IsByHand(string? source) => source?.Contains(ByHand, StringComparison.Ordinal) == true;

    /// <summary>
    /// Where the correction of an entry comes from. Of an imported one it still says so: to correct it is no sign that
    /// somebody was here on that day.
    /// </summary>
    public static string? SourceByHand(string? source, Guid correction) =>
        source is null ? null : $"{source.Split(ByHand)[0]}{ByHand}{correction:N}";

    public bool IsWin => Outcome == Outcome.Won;

    /// <summary>Something was said; what was taken back says nothing.</summary>
    public bool IsWord => Outcome != Outcome.TakenBack;
}

public enum Outcome
{
    /// <summary>A bar was reached.</summary>
    Won,

    /// <summary>The person said: not today.</summary>
    NotToday,

    /// <summary>A planned day off; never a miss.</summary>
    Rest,

    /// <summary>One of the week's reserve days was used; never a miss.</summary>
    Reserve,

    /// <summary>An earlier entry of that day was taken back; nothing stands in its place.</summary>
    TakenBack,
}
