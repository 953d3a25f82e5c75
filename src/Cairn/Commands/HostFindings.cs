using System.Collections;
using System.Net;
using Cairn.Accounts.Provider;
using Cairn.People;

namespace Cairn.Commands;

/// <summary>How Cairn is reached, and whom the host lets it believe.</summary>
public static class HostFindings
{
    public static IEnumerable<Finding> Of(IDictionary environment)
    {
        HostSettings host;
        try
        {
            host = HostSettings.Of(environment);
        }
        catch (SettingException unclear)
        {
            return [Finding.Bad("surroundings", unclear.Says, unclear.Do)];
        }

        return
        [
            Reach(environment["CAIRN_URL"] as string, host.Proxies),
            .. Believed(host.Proxies),
            .. Provider(host.Provider, environment[ProviderSettings.SecretSetting] as string),
        ];
    }

    private static Finding Reach(string? url, TrustedProxies proxies) =>
        url is not { Length: > 0 } || PrivateDoor.IsLoopback(url)
            ? Finding.Good(
                "reach",
                proxies.Networks.Count > 0 ? "by a proxy on this machine" : "from this machine only"
            )
        : proxies.Networks.Count > 0 || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? Finding.Good("reach", $"by others at {url}, once it has a sign-in")
        : Finding.Bad(
            "reach",
            $"{url} can be reached by others, without https",
            $"Put a proxy with https in front of it and list its address in {TrustedProxies.AddressesSetting}; docs/hosting.md says how."
        );

    /// <summary>The provider itself is not asked: this command calls nobody.</summary>
    private static IEnumerable<Finding> Provider(ProviderSettings? provider, string? secretFile)
    {
        if (provider is not null)
        {
            var file = secretFile!.Trim();
            yield return !OperatingSystem.IsWindows()
            && (File.GetUnixFileMode(file) & FolderFindings.Others) != UnixFileMode.None
                ? Finding.Bad("provider", $"others of this machine can read {file}", $"Run: chmod 600 '{file}'")
                : Finding.Good(
                    "provider",
                    $"{provider.Authority} signs in whoever has connected it; let it know {ProviderSignIn.Callback} as the way back"
                );
        }
    }

    private static IEnumerable<Finding> Believed(TrustedProxies proxies)
    {
        if (proxies.Networks.Count == 0)
        {
            yield break;
        }

        yield return Finding.Good(
            "proxies",
            $"X-Forwarded-For, -Proto and -Host are believed from {string.Join(", ", proxies.Networks)}; let the proxy set all three itself"
        );
        if (proxies.UserHeader is not { } header)
        {
            yield break;
        }

        var here = proxies.Include(IPAddress.Loopback) || proxies.Include(IPAddress.IPv6Loopback);
        yield return Finding.Good(
            "signed in by the proxy",
            $"whoever it names in {header}; let it take away what a browser sends under that name"
                + (here ? ". Every program on this machine could say the same" : "")
        );
    }
}
