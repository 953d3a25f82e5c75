namespace Cairn.Data;

/// <summary>One device on which a person is signed in. Without this row its cookie opens nothing.</summary>
public sealed class Session
{
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The hash of what the cookie knows.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>Such as <c>Firefox, Android</c>; nothing else of what the browser tells is kept.</summary>
    public required string Device { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>A provider has said who it is, and nothing was shown here.</summary>
    public bool IsVouchedFor { get; init; }

    /// <summary>To the hour: it is not written at each request.</summary>
    public required DateTimeOffset Seen { get; set; }
}
