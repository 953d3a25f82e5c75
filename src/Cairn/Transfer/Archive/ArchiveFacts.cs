using System.Text.Json.Serialization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Praise;

namespace Cairn.Transfer.Archive;

/// <summary>Everything in a Cairn archive: one person's facts, the replaced ones included.</summary>
public sealed record ArchiveFacts(
    ArchiveHead Head,
    IReadOnlyList<ArchivedGoal> Goals,
    IReadOnlyList<ArchivedStep> Steps,
    IReadOnlyList<ArchivedVersion> Versions,
    IReadOnlyList<ArchivedConfidence> Confidences,
    IReadOnlyList<ArchivedEntry> Entries,
    IReadOnlyList<ArchivedWord> Words,
    ArchivedPlans Plans
);

/// <summary>What the archive is, and whose: the file <c>cairn.json</c> in it.</summary>
public sealed record ArchiveHead(string Format, int Version, DateTimeOffset Written, ArchivedPerson Person)
{
    public const string FormatName = "cairn-archive";
    public const int NewestVersion = 2;
}

/// <summary>A person's settings; who they are is decided by where the archive is imported.</summary>
public sealed record ArchivedPerson(
    string Zone,
    TimeOnly DayStart,
    string? Language,
    Dial Dial,
    DateTimeOffset Created,
    int OpenSteps = 5,
    TimeOnly? Evening = null,
    Celebration Celebration = Celebration.Full,
    bool RatesFeelings = true,
    string? HiddenFigures = null
);

public sealed record ArchivedGoal(
    Guid Id,
    string Title,
    string? Why,
    string Area,
    DateTimeOffset Created,
    string? Source,
    GoalState State = GoalState.Open
);

public sealed record ArchivedStep(
    Guid Id,
    Guid Goal,
    StepKind Kind,
    int Position,
    DateTimeOffset Created,
    string? Source
);

public sealed record ArchivedVersion(
    Guid Step,
    int Number,
    DateOnly From,
    string Name,
    string Unit,
    Scale Scale,
    double Stated,
    double? WorstDay,
    double? Enough,
    double? Pinned,
    string? Cue,
    int Times,
    int PerDays,
    bool Archived,
    DateTimeOffset Written,
    string? Ladder = null,
    Guid? Action = null,
    string? Place = null,
    TimeOnly? Time = null,
    bool Rehearsed = false,
    string? Obstacle = null,
    string? PlanB = null,
    string? GoodEnough = null,
    string? Days = null
);

public sealed record ArchivedConfidence(Guid Id, Guid Step, DateOnly Day, double Amount, int Rating, DateTimeOffset At);

public sealed record ArchivedEntry(
    Guid Id,
    Guid Step,
    DateOnly Day,
    string Zone,
    DateTimeOffset At,
    Outcome Outcome,
    Tier? Tier,
    double? Amount,
    bool ThatWasAll,
    MissReason Reason,
    string? Note,
    Bars Bars,
    Guid? SupersededBy,
    string? Source,
    TruthKind? Truth = null
);

/// <summary>Something said about a day: which of the fields it has depends on its kind.</summary>
public sealed record ArchivedWord(
    Guid Id,
    WordKind Kind,
    DateOnly Day,
    string Zone,
    DateTimeOffset At,
    Guid? Step = null,
    Guid? Goal = null,
    DateOnly? Until = null,
    DayFeel? Feel = null,
    string? Text = null,
    Guid? SupersededBy = null,
    IReadOnlyDictionary<string, Answer>? Answers = null,
    string? Period = null,
    string? Question = null,
    long? Seed = null,
    TruthKind? Truth = null
);

/// <summary>The kinds of <see cref="DayWord"/>, as an archive names them.</summary>
public enum WordKind
{
    Report,
    Noticed,
    RestDay,
    ReserveDay,
    Pause,
    Timer,
    TakenBack,
    CheckIn,
    Letter,
    Experiment,
    Ignored,
    Offer,
}

/// <summary>Unknown fields are refused: they come from a newer Cairn, and dropping them would lose facts in silence.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    WriteIndented = false
)]
[JsonSerializable(typeof(ArchiveHead))]
[JsonSerializable(typeof(List<ArchivedGoal>))]
[JsonSerializable(typeof(List<ArchivedStep>))]
[JsonSerializable(typeof(List<ArchivedVersion>))]
[JsonSerializable(typeof(List<ArchivedConfidence>))]
[JsonSerializable(typeof(List<ArchivedEntry>))]
[JsonSerializable(typeof(List<ArchivedWord>))]
[JsonSerializable(typeof(ArchivedPlans))]
public sealed partial class ArchiveJson : JsonSerializerContext;
