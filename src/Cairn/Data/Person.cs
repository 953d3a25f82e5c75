using Cairn.Engine.Capacity;

namespace Cairn.Data;

/// <summary>Somebody who uses Cairn; all data belongs to exactly one.</summary>
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

    /// <summary>How many steps are open on Today, 1 to 7; the rest is folded.</summary>
    public int OpenSteps { get; set; } = 5;

    /// <summary>From this time on the day's check-in is offered.</summary>
    public TimeOnly Evening { get; set; } = new(17, 0);

    public Celebration Celebration { get; set; } = Celebration.Full;

    /// <summary>Mood, motivation and problem-solving are asked for in the check-in, and shown.</summary>
    public bool RatesFeelings { get; set; } = true;

    /// <summary>Keys of the figures that this person does not want to see, with blanks between them.</summary>
    public string HiddenFigures { get; set; } = "";

    public required DateTimeOffset Created { get; init; }
}

/// <summary>How a win is answered.</summary>
public enum Celebration
{
    /// <summary>The stone and Undo, nothing more.</summary>
    Off,

    /// <summary>One true sentence.</summary>
    Quiet,

    /// <summary>And a card at rare marks: the first, the 10th, a comeback.</summary>
    Full,
}
