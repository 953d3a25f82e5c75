using Cairn.Engine.Capacity;
using Cairn.Engine.Praise;

namespace Cairn.Data;

/// <summary>
/// Something that was said about a day, and not how much of a step was done. A fact: never overwritten, only
/// superseded.
/// </summary>
public abstract class DayWord
{
    public required Guid PersonId { get; init; }

    /// <summary>Made by the client, so that the same action sent twice is one word.</summary>
    public required Guid Id { get; init; }

    /// <summary>The day it is about, in the person's calendar.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The zone in which that day was lived.</summary>
    public required string Zone { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The step it is about; null for the day, the goal or everything.</summary>
    public Guid? StepId { get; init; }

    /// <summary>What was said for a noticed win. Taken back, the word that says so keeps it: said is said.</summary>
    /// <seealso cref="Entry.Truth"/>
    public TruthKind? Truth { get; set; }

    /// <summary>The word that took this one's place.</summary>
    public Guid? SupersededBy { get; set; }
}

/// <summary>How the day feels; of one day the latest counts.</summary>
public sealed class DayReport : DayWord
{
    public required DayFeel Feel { get; init; }
}

/// <summary>A win that nobody planned, in the person's own words.</summary>
public sealed class NoticedWin : DayWord
{
    public const int LongestText = 500;

    public required string Text { get; init; }
}

/// <summary>The whole day is off: a rest, or one of the week's reserve days.</summary>
public sealed class DayOff : DayWord
{
    public required bool Reserve { get; init; }
}

/// <summary>A step, a goal or everything waits from <see cref="DayWord.Day"/> on. It ends by another pause in its place.</summary>
public sealed class Pause : DayWord
{
    public Guid? GoalId { get; init; }

    /// <summary>The last day of it; null as long as nobody says. Before <see cref="DayWord.Day"/> it never held.</summary>
    public DateOnly? Until { get; init; }

    public bool Covers(DateOnly day, Step step) =>
        Day <= day
        && (Until is not { } until || day <= until)
        && (StepId is null || StepId == step.Id)
        && (GoalId is null || GoalId == step.GoalId);
}

/// <summary>A step was begun at <see cref="DayWord.At"/> and is being timed.</summary>
public sealed class TimerStart : DayWord;

/// <summary>
/// Two minutes of something were offered on Today and the person answered: began them, or set them aside. On the next day
/// nothing is offered.
/// </summary>
public sealed class OfferAnswered : DayWord;

/// <summary>An earlier word was taken back; nothing stands in its place.</summary>
public sealed class TakenBack : DayWord;
