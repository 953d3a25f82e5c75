using System.Net;

namespace Cairn.People;

/// <summary>
/// Who may say something about a request that they pass on: from where and how it came, and, where the host has named a
/// header for it, whom they have signed in. What anybody else says about it is not believed.
/// </summary>
public sealed record TrustedProxies
{
    public const string AddressesSetting = "CAIRN_PROXIES";
    public const string UserSetting = "CAIRN_PROXY_USER";

    private static readonly char[] Between = [',', ';', ' '];

    public static readonly TrustedProxies None = new();

    public IReadOnlyList<IPNetwork> Networks { get; private init; } = [];

    /// <summary>The header in which they name who has signed in with them, such as <c>Remote-User</c>; null for none.</summary>
    public string? UserHeader { get; private init; }

    /// <param name="addresses">Addresses and networks, such as <c>127.0.0.1, 10.0.3.0/24</c>.</param>
    /// <param name="userHeader">The name of a header.</param>
    /// <exception cref="SettingException">Something of it cannot be meant.</exception>
    public static TrustedProxies Read(string? addresses, string? userHeader)
    {
        var parts = (addresses ?? "").Split(
            Between,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        var header = userHeader?.Trim() is { Length: > 0 } named ? named : null;
        if (header is not null && parts.Length == 0)
        {
            throw new SettingException(
                $"{UserSetting} is set and {AddressesSetting} is not, so anybody could say who they are",
                $"List the address of your proxy in {AddressesSetting}, or unset {UserSetting}."
            );
        }

        if (header?.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') == false)
        {
            throw new SettingException(
                $"{UserSetting} is not the name of a header: {header}",
                "Use letters, digits and -, such as Remote-User."
            );
        }

        return new TrustedProxies { Networks = [.. parts.Select(NetworkOf)], UserHeader = header };
    }

    public bool Include(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && Networks.Any(network => network.Contains(plain));
    }

    /// <summary>Something of the header that only they may send, after everybody else's was taken away.</summary>
    public bool NameSomebody(HttpRequest request) =>
        UserHeader is not null && !string.IsNullOrWhiteSpace(request.Headers[UserHeader].ToString());

    /// <returns>Whom they have signed in; null where they name nobody, or several at once.</returns>
    public string? UserOf(HttpRequest request) =>
        NameSomebody(request) && request.Headers[UserHeader!] is [{ } name] ? name.Trim() : null;

    private static IPNetwork NetworkOf(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        if (!IPNetwork.TryParse(text, out var network))
        {
            throw new SettingException(
                $"{AddressesSetting} has something that is no address: {text}",
                "Write addresses or networks, such as 127.0.0.1, 10.0.3.0/24."
            );
        }

        return network.PrefixLength > 0
            ? network
            : throw new SettingException(
                $"{AddressesSetting} has {text}, which is everybody",
                "List only the address of your proxy."
            );
    }
}
