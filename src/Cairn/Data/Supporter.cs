namespace Cairn.Data;

/// <summary>Somebody who sees one goal of a person, because that person chose so. Once it is taken back the row is gone.</summary>
public sealed class Supporter
{
    /// <summary>Whose goal it is.</summary>
    public required Guid PersonId { get; init; }

    public required Guid Id { get; init; }
    public required Guid GoalId { get; init; }

    /// <summary>Who sees it.</summary>
    public required Guid SupporterId { get; init; }

    public required SharedParts Sees { get; set; }
    public required DateTimeOffset Since { get; init; }
}

/// <summary>What of a goal may be seen besides its title. There is no part for check-ins, which are never shown, nor for notes, of which each is chosen by itself.</summary>
[Flags]
public enum SharedParts
{
    None = 0,

    /// <summary>The picture: a stone for each win.</summary>
    Cairn = 1,

    /// <summary>The step that is climbed just now, with its name and its sizes.</summary>
    Ladder = 2,

    /// <summary>How many wins on which day.</summary>
    Wins = 4,

    /// <summary>What the person wrote about why it matters.</summary>
    Why = 8,
}
