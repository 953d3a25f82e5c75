using System.Net.Sockets;
using System.Text.Json;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Accounts.Provider;

/// <summary>Why the provider has not signed somebody in, as a word in an address and as a sentence.</summary>
public static partial class ProviderTrouble
{
    public const string Away = "away";
    public const string Ended = "ended";
    public const string Unknown = "unknown";
    public const string Taken = "taken";

    public static string AtSignIn(string why) => $"{SignInFirst.Path}?why={why}";

    public static string AtAccount(string why) => $"/account?why={why}";

    /// <returns>Null where there is no provider, or no such trouble.</returns>
    public static string? Sentence(string? why, ProviderSettings? provider)
    {
        var sentence = why switch
        {
            Away => AccountsWords.ProviderAway,
            Ended => AccountsWords.ProviderEnded,
            Unknown => AccountsWords.ProviderUnknown,
            Taken => AccountsWords.ProviderTaken,
            _ => null,
        };
        return provider is null || sentence is null ? null : Phrase.Of(sentence, provider.Name);
    }

    /// <summary>It cannot be reached, or does not say what a provider says.</summary>
    public static bool IsAway(Exception error) =>
        error is HttpRequestException or SocketException or IOException or TaskCanceledException or JsonException
        || (error.InnerException is { } cause && IsAway(cause));

    /// <summary>For the host: the cause is in it, and nobody's name.</summary>
    public static void Log(HttpContext context, Exception error) =>
        DidNotAnswer(
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderTrouble)),
            error.GetBaseException().Message
        );

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider of OpenID Connect did not answer: {Why}")]
    private static partial void DidNotAnswer(ILogger logger, string why);
}
