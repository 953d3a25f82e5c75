using System.Collections;
using Cairn.Accounts.Provider;
using Cairn.People;

namespace Cairn;

/// <summary>
/// What the host says about the world around Cairn. Nothing of it has a default: unless it is set, nobody is believed and
/// nothing outside is asked.
/// </summary>
public sealed record HostSettings
{
    public static readonly HostSettings None = new();

    public TrustedProxies Proxies { get; init; } = TrustedProxies.None;

    /// <summary>Who else can say who somebody is; null for nobody.</summary>
    public ProviderSettings? Provider { get; init; }

    /// <exception cref="SettingException">One of them cannot be followed.</exception>
    public static HostSettings Of(IDictionary environment)
    {
        return new()
        {
            Proxies = TrustedProxies.Read(Value(TrustedProxies.AddressesSetting), Value(TrustedProxies.UserSetting)),
            Provider = ProviderSettings.Read(
                Value(ProviderSettings.AuthoritySetting),
                Value(ProviderSettings.ClientSetting),
                Value(ProviderSettings.SecretSetting)
            ),
        };

        string? Value(string name) => environment[name] as string;
    }
}
