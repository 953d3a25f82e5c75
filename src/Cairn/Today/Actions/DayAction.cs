using System.Text.Json.Serialization;
using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Today.Actions;

/// <summary>
/// One thing that a person says: the same small record whether it comes from a form, from an outbox days later or
/// from elsewhere. Said twice under the same id, it is said once.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Win), "win")]
[JsonDerivedType(typeof(TakeBack), "takeBack")]
[JsonDerivedType(typeof(NotToday), "notToday")]
[JsonDerivedType(typeof(Rest), "rest")]
[JsonDerivedType(typeof(Reserve), "reserve")]
[JsonDerivedType(typeof(Moment), "moment")]
[JsonDerivedType(typeof(Noticed), "noticed")]
[JsonDerivedType(typeof(Feel), "feel")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Smaller), "smaller")]
[JsonDerivedType(typeof(LetGrow), "letGrow")]
[JsonDerivedType(typeof(PauseFrom), "pause")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(StartTimer), "timer")]
[JsonDerivedType(typeof(AnswerCheckIn), "checkIn")]
[JsonDerivedType(typeof(NotNow), "notNow")]
public abstract record DayAction
{
    /// <summary>Made by the client.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was tapped; null is now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The local day that it is about; null is the day on which it was tapped.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>"I did this much of that practice." A tier, an exact amount, or both; the amount decides.</summary>
/// <param name="Step">The practice.</param>
/// <param name="Tier">The bar that was tapped.</param>
/// <param name="Amount">The exact amount, in the step's unit.</param>
/// <param name="ThatWasAll">More was not possible.</param>
/// <param name="Bars">The three amounts that were on the screen.</param>
public sealed record Win(
    Guid Step,
    Tier? Tier = null,
    double? Amount = null,
    bool ThatWasAll = false,
    IReadOnlyList<double>? Bars = null
) : DayAction;

/// <summary>"Not that after all": an entry, or a word about a day.</summary>
/// <param name="Entry">What is taken back.</param>
public sealed record TakeBack(Guid Entry) : DayAction;

/// <summary>"Not today", with a reason or none, and what was done all the same.</summary>
/// <param name="Step">A practice or a task.</param>
/// <param name="Reason">One of six, or none.</param>
/// <param name="Amount">Done all the same, in the step's unit; 0 is "nothing at all".</param>
/// <param name="Bars">The three amounts that were on the screen.</param>
public sealed record NotToday(
    Guid Step,
    MissReason Reason = MissReason.None,
    double? Amount = null,
    IReadOnlyList<double>? Bars = null
) : DayAction;

/// <summary>A planned day off.</summary>
/// <param name="Step">A practice or a task; null is the whole day.</param>
public sealed record Rest(Guid? Step = null) : DayAction;

/// <summary>One of the week's two reserve days.</summary>
/// <param name="Step">A practice or a task; null is the whole day.</param>
public sealed record Reserve(Guid? Step = null) : DayAction;

/// <summary>It happened; once more.</summary>
/// <param name="Step">The moment.</param>
public sealed record Moment(Guid Step) : DayAction;

/// <summary>A win that nobody planned.</summary>
/// <param name="Text">In the person's own words.</param>
public sealed record Noticed(string Text) : DayAction;

/// <summary>How the day feels.</summary>
/// <param name="Is">Rough, fine or good.</param>
public sealed record Feel([property: JsonPropertyName("feel")] DayFeel Is) : DayAction;

/// <summary>A task is done.</summary>
/// <param name="Step">The task.</param>
public sealed record Done(Guid Step) : DayAction;

/// <summary>Half of it, from that day on.</summary>
/// <param name="Step">A practice or a task.</param>
public sealed record Smaller(Guid Step) : DayAction;

/// <summary>A practice that was made smaller may grow again.</summary>
/// <param name="Step">The practice.</param>
public sealed record LetGrow(Guid Step) : DayAction;

/// <summary>A step, a goal or, with neither, everything waits.</summary>
/// <param name="Step">The step.</param>
/// <param name="Goal">The goal.</param>
/// <param name="Until">The last day of it, if that is known.</param>
public sealed record PauseFrom(Guid? Step = null, Guid? Goal = null, DateOnly? Until = null) : DayAction;

/// <summary>The way back: what was paused is here again from that day on.</summary>
/// <param name="Step">The step.</param>
/// <param name="Goal">The goal.</param>
public sealed record Resume(Guid? Step = null, Guid? Goal = null) : DayAction;

/// <summary>A step is begun now and timed.</summary>
/// <param name="Step">The practice.</param>
public sealed record StartTimer(Guid Step) : DayAction;

/// <summary>Answers to questions about a day; of each question the later answer counts.</summary>
/// <param name="Answers">By the question's key: a rating from 0 to 10, words, or nothing.</param>
public sealed record AnswerCheckIn(IReadOnlyDictionary<string, Answer> Answers) : DayAction;

/// <summary>The two minutes that Today offered are set aside.</summary>
/// <param name="Step">The step of which they were offered.</param>
public sealed record NotNow(Guid Step) : DayAction;
