namespace Cairn.Data;

/// <summary>One of the codes that somebody wrote down; it signs in once, and then it is gone.</summary>
public sealed class RecoveryCode
{
    public required Guid PersonId { get; init; }
    public required byte[] Hash { get; init; }
}
