namespace Cairn.Data;

/// <summary>A few words of a supporter, which wait for the goal's next win. From then on they belong to whose goal it is.</summary>
public sealed class Cheer
{
    public const int LongestText = 140;

    /// <summary>Whom it cheers.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Made by the page, so that the same words sent twice are one cheer.</summary>
    public required Guid Id { get; init; }

    public required Guid GoalId { get; init; }

    /// <summary>Who wrote it; null once they have left this Cairn.</summary>
    public required Guid? FromId { get; init; }

    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The day of the person on which it appeared; null while it waits.</summary>
    public DateOnly? Shown { get; set; }
}
