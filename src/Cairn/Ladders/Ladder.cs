using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Ladders;

/// <summary>One way to something that overwhelms, from "two minutes" to "the real thing".</summary>
public sealed record Ladder
{
    /// <summary>Small letters, digits and hyphens; the name of its file.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="Areas.Given"/>; the folder of its file.</summary>
    public required string Area { get; init; }

    public required Said Title { get; init; }

    public required Said GoodFor { get; init; }

    public required Said Unit { get; init; }

    public required Scale Scale { get; init; }

    /// <summary>What a newcomer begins with, in the unit; the floor is the first rung.</summary>
    public required Start Start { get; init; }

    /// <summary>No bar passes it.</summary>
    public double? Enough { get; init; }

    /// <summary>Five or more, amounts rising.</summary>
    public required IReadOnlyList<Rung> Rungs { get; init; }

    /// <summary>Each is read after "After I …" ("Wenn ich …").</summary>
    public required IReadOnlyList<Said> Cues { get; init; }

    /// <summary>Changes to the surroundings: make it visible, make it easy, remove what stands in the way.</summary>
    public required IReadOnlyList<Said> Environment { get; init; }

    public required IReadOnlyList<Obstacle> Obstacles { get; init; }

    public Said? Safety { get; init; }

    /// <summary>Where the facts in it come from: addresses or DOIs.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>How people say it, in English and in German.</summary>
    public required IReadOnlyList<string> SearchEn { get; init; }

    public required IReadOnlyList<string> SearchDe { get; init; }

    /// <summary>The unit as a step names it: minutes are "min", as everywhere in Cairn.</summary>
    public string UnitHere => IsMinutes(Unit.Here) ? LaddersWords.Minutes : Unit.Here;

    public string FirstRungHere => $"{LaddersWords.BeginsWith} {Rungs[0].Words.Here}";

    /// <summary>Without the "I" that stands before each of them.</summary>
    public IEnumerable<string> CuesHere => Cues.Select(cue => WithoutI(cue.Here));

    /// <summary>Whether an amount in this unit can be compared with the rungs.</summary>
    public bool IsIn(string unit) => Unit.Is(unit) || (IsMinutes(Unit.En) && IsMinutes(unit));

    private bool IsMinutes(string unit) => Scale == Scale.Minutes && Units.ScaleOf(unit) == Scale.Minutes;

    private static string WithoutI(string cue) =>
        cue.StartsWith("I ", StringComparison.Ordinal) ? cue[2..]
        : cue.StartsWith("ich ", StringComparison.Ordinal) ? cue[4..]
        : cue;
}

/// <summary>Amounts in the ladder's unit, floor ≤ target ≤ stretch.</summary>
public sealed record Start(double Floor, double Target, double Stretch);

public sealed record Rung(double Amount, Said Words);

/// <summary>What is likely to come in between, and what to do then.</summary>
public sealed record Obstacle(Said If, Said Then);
