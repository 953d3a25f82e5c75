namespace Cairn.Data;

/// <summary>
/// Something that happened to the ways in which a person signs in, or to who else sees something of theirs. It holds no
/// text that anybody typed.
/// </summary>
public sealed class SecurityEvent
{
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required SecurityEventKind Kind { get; init; }
}

public enum SecurityEventKind
{
    AccountMade,
    SignedInByPasskey,
    SignedInByPassword,
    SignedInByCode,
    SignedInByLink,
    SignedOut,
    WrongPassword,
    PasswordsRest,
    PasskeyAdded,
    PasskeyRemoved,
    PasswordSet,
    CodesMade,
    SessionEnded,
    LinkMade,
    LinkWithdrawn,
    LinkUsed,
    KeyMade,
    KeyTakenBack,
    SignedInByProvider,
    ProviderConnected,
    ProviderDisconnected,
    GoalShared,
    SharingEnded,
    BecameOwner,
}
