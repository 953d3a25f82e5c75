using Cairn.Data;

namespace Cairn.Accounts;

/// <summary>What happened to one's ways to sign in, in words.</summary>
public static class HappeningWords
{
    public static string Of(SecurityEventKind kind) =>
        kind switch
        {
            SecurityEventKind.AccountMade => AccountsWords.DidMakeAccount,
            SecurityEventKind.SignedInByPasskey => AccountsWords.DidSignInByPasskey,
            SecurityEventKind.SignedInByPassword => AccountsWords.DidSignInByPassword,
            SecurityEventKind.SignedInByCode => AccountsWords.DidSignInByCode,
            SecurityEventKind.SignedInByLink => AccountsWords.DidSignInByLink,
            SecurityEventKind.SignedOut => AccountsWords.DidSignOut,
            SecurityEventKind.WrongPassword => AccountsWords.DidMistype,
            SecurityEventKind.PasswordsRest => AccountsWords.DidRest,
            SecurityEventKind.PasskeyAdded => AccountsWords.DidAddPasskey,
            SecurityEventKind.PasskeyRemoved => AccountsWords.DidRemovePasskey,
            SecurityEventKind.PasswordSet => AccountsWords.DidSetPassword,
            SecurityEventKind.CodesMade => AccountsWords.DidMakeCodes,
            SecurityEventKind.SessionEnded => AccountsWords.DidEndSession,
            SecurityEventKind.LinkMade => AccountsWords.DidMakeLink,
            SecurityEventKind.LinkWithdrawn => AccountsWords.DidWithdrawLink,
            SecurityEventKind.LinkUsed => AccountsWords.DidUseLink,
            SecurityEventKind.KeyMade => AccountsWords.DidMakeKey,
            SecurityEventKind.KeyTakenBack => AccountsWords.DidTakeKeyBack,
            SecurityEventKind.SignedInByProvider => AccountsWords.DidSignInByProvider,
            SecurityEventKind.ProviderConnected => AccountsWords.DidConnectProvider,
            SecurityEventKind.ProviderDisconnected => AccountsWords.DidDisconnectProvider,
            SecurityEventKind.GoalShared => AccountsWords.DidShareGoal,
            SecurityEventKind.SharingEnded => AccountsWords.DidEndSharing,
            SecurityEventKind.BecameOwner => AccountsWords.DidBecomeOwner,
            _ => kind.ToString(),
        };
}
