using Microsoft.AspNetCore.StaticAssets;

namespace Cairn.Shell;

/// <summary>The address of a file in wwwroot that changes with its content, so that browsers may keep it for good.</summary>
public sealed class Assets(IEnumerable<EndpointDataSource> sources)
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> addresses = new(() => Read(sources));

    public string this[string file] => addresses.Value.TryGetValue(file, out var address) ? address : "/" + file;

    private static Dictionary<string, string> Read(IEnumerable<EndpointDataSource> sources)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var endpoint in sources.SelectMany(source => source.Endpoints))
        {
            if (
                endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is { Selectors.Count: 0 } asset
                && asset.Properties.FirstOrDefault(property => property.Name == "label") is { Value: { } file }
            )
            {
                found[file] = "/" + asset.Route;
            }
        }

        return found;
    }
}
