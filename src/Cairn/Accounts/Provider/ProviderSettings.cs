namespace Cairn.Accounts.Provider;

/// <summary>A provider of OpenID Connect that the host has named. Without it nothing outside is ever asked.</summary>
public sealed class ProviderSettings
{
    public const string AuthoritySetting = "CAIRN_OIDC";
    public const string ClientSetting = "CAIRN_OIDC_CLIENT";
    public const string SecretSetting = "CAIRN_OIDC_SECRET";

    /// <summary>Where the provider describes itself, below <c>/.well-known/openid-configuration</c>.</summary>
    public required Uri Authority { get; init; }

    /// <summary>As the provider calls this Cairn.</summary>
    public required string Client { get; init; }

    /// <summary>By which this Cairn shows the provider that it is it.</summary>
    public required string Secret { get; init; }

    /// <summary>As people read it, such as <c>login.example.org</c>.</summary>
    public string Name => Authority.Authority;

    /// <param name="authority">An address with https; on this machine itself http will do.</param>
    /// <param name="client">The id of a client.</param>
    /// <param name="secretFile">A file with its secret: an environment is read by too many.</param>
    /// <returns>Null where nothing is set.</returns>
    /// <exception cref="SettingException">Something is missing, or cannot be meant.</exception>
    public static ProviderSettings? Read(string? authority, string? client, string? secretFile)
    {
        (string Name, string? Value)[] all =
        [
            (AuthoritySetting, authority),
            (ClientSetting, client),
            (SecretSetting, secretFile),
        ];
        var missing = all.Where(one => string.IsNullOrWhiteSpace(one.Value)).Select(one => one.Name).ToList();
        if (missing.Count == all.Length)
        {
            return null;
        }

        if (missing.Count > 0)
        {
            throw new SettingException(
                $"for OpenID Connect {string.Join(" and ", missing)} is missing",
                $"Set all three, {string.Join(", ", all.Select(one => one.Name))}, or none."
            );
        }

        return new ProviderSettings
        {
            Authority = AddressOf(authority!.Trim()),
            Client = client!.Trim(),
            Secret = SecretIn(secretFile!.Trim()),
        };
    }

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingException(
                $"{AuthoritySetting} is not an address with https: {text}",
                "Write it as your provider says, such as https://login.example.org."
            );

    private static string SecretIn(string file)
    {
        string secret;
        try
        {
            secret = File.ReadAllText(file).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingException(
                $"{SecretSetting} names a file that cannot be read: {file}",
                "Put the client secret into that file, readable by Cairn alone."
            );
        }

        return secret.Length > 0
            ? secret
            : throw new SettingException(
                $"{SecretSetting} names an empty file: {file}",
                "Put the client secret into that file."
            );
    }
}
