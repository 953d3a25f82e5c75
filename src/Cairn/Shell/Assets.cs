using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.StaticAssets;

namespace Cairn.Shell;

/// <summary>The address of a file in wwwroot that changes with its content, so that browsers may keep it for good.</summary>
public sealed class Assets(IEnumerable<EndpointDataSource> sources)
{
    private readonly Lazy<Found> found = new(() => Found.In(sources));

    public string this[string file] => found.Value.Addresses.TryGetValue(file, out var address) ? address : "/" + file;

    /// <summary>What a device keeps to show Cairn without a network: styles, scripts and the small icon.</summary>
    public IReadOnlyList<string> OnDevice => found.Value.OnDevice;

    /// <summary>Changes when any of <see cref="OnDevice"/> does.</summary>
    public string Version => found.Value.Version;

    /// <summary>Lets our modules name each other plainly while the browser asks for the addresses that it may keep.</summary>
    public string ImportMap => found.Value.ImportMap;

    /// <summary>What the content security policy says to let exactly this import map in.</summary>
    public string ImportMapHash => found.Value.ImportMapHash;

    private sealed record Found(
        Dictionary<string, string> Addresses,
        IReadOnlyList<string> OnDevice,
        string Version,
        string ImportMap,
        string ImportMapHash
    )
    {
        /// <summary>The worker is asked for under one name, always fresh: its browser compares it byte by byte.</summary>
        private const string Worker = "sw.js";

        public static Found In(IEnumerable<EndpointDataSource> sources)
        {
            var addresses = Read(sources);
            var kept = addresses
                .Where(file => file.Key is not Worker)
                .Where(file => Path.GetExtension(file.Key) is ".css" or ".js" or ".svg" && file.Key != "icons/icon.svg")
                .Select(file => file.Value)
                .Order(StringComparer.Ordinal)
                .ToList();
            var modules = addresses
                .Where(file => Path.GetExtension(file.Key) is ".js" && file.Key is not Worker)
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => KeyValuePair.Create<string, JsonNode?>("/" + file.Key, file.Value));
            var map = new JsonObject { ["imports"] = new JsonObject(modules) }.ToJsonString();
            var version = Convert.ToHexStringLower(Sha256(string.Join('\n', kept)))[..10];
            return new Found(addresses, kept, version, map, $"'sha256-{Convert.ToBase64String(Sha256(map))}'");
        }

        private static Dictionary<string, string> Read(IEnumerable<EndpointDataSource> sources)
        {
            var read = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var endpoint in sources.SelectMany(source => source.Endpoints))
            {
                if (
                    endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is { Selectors.Count: 0 } asset
                    && asset.Properties.FirstOrDefault(property => property.Name == "label") is { Value: { } file }
                )
                {
                    read[file] = "/" + asset.Route;
                }
            }

            return read;
        }

        private static byte[] Sha256(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }
}
