namespace Cairn.Data;

/// <summary>A supporter opened a goal. Its owner sees each of them, also after the sharing has ended.</summary>
public sealed class Look
{
    /// <summary>Whose goal it was.</summary>
    public required Guid PersonId { get; init; }

    public required Guid Id { get; init; }
    public required Guid GoalId { get; init; }

    /// <summary>Who looked; null once they have left this Cairn.</summary>
    public required Guid? ById { get; init; }

    public required DateTimeOffset At { get; init; }
}
