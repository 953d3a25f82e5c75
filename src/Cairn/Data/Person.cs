using Cairn.Engine.Capacity;

namespace Cairn.Data;

/// <summary>An account; all data belongs to exactly one.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    /// <summary>IANA name of the zone whose calendar this person lives by.</summary>
    public required string Zone { get; set; }

    /// <summary>The wall-clock time at which a new day starts, 00:00 to 06:00.</summary>
    public TimeOnly DayStart { get; set; } = new(4, 0);

    /// <summary>A culture name such as <c>de</c>; null follows the browser.</summary>
    public string? Language { get; set; }

    public Dial Dial { get; set; } = Dial.Steady;

    public required DateTimeOffset Created { get; init; }
}
