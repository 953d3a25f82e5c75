namespace Cairn.Data;

/// <summary>Steps in a row, as they are from a day on. A change is a new version.</summary>
public sealed record RoutineVersion
{
    public required Guid PersonId { get; init; }
    public required Guid RoutineId { get; init; }

    /// <summary>1, 2, 3 … in the order in which they were written.</summary>
    public required int Number { get; init; }

    public required DateOnly From { get; init; }
    public required string Name { get; init; }

    /// <summary>The ids of its steps in their order, with blanks between them.</summary>
    public required string StepIds { get; init; }

    /// <summary>How many minutes the person has for it; null when it does not matter.</summary>
    public int? Minutes { get; init; }

    /// <summary>No longer shown; what was done in it stays.</summary>
    public bool Archived { get; init; }

    public required DateTimeOffset Written { get; init; }

    /// <inheritdoc cref="StepVersion.Action"/>
    public Guid? Action { get; init; }

    public IReadOnlyList<Guid> Steps =>
        [.. StepIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    public static string Join(IEnumerable<Guid> steps) => string.Join(' ', steps);
}
