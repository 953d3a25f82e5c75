using System.Collections;
using Cairn.People;

namespace Cairn;

/// <summary>
/// What the host says about the world around Cairn. Nothing of it has a default: unless it is set, nobody is believed and
/// nothing outside is asked.
/// </summary>
public sealed record HostSettings
{
    public const string ProxyAddresses = "CAIRN_PROXIES";
    public const string ProxyUser = "CAIRN_PROXY_USER";

    public static readonly HostSettings None = new();

    public TrustedProxies Proxies { get; init; } = TrustedProxies.None;

    /// <exception cref="SettingException">One of them cannot be followed.</exception>
    public static HostSettings Of(IDictionary environment) =>
        new()
        {
            Proxies = TrustedProxies.Read(environment[ProxyAddresses] as string, environment[ProxyUser] as string),
        };
}
