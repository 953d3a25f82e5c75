using System.Globalization;
using Cairn.Data;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Cairn.Reflect.Help;

/// <summary>
/// Whom one can turn to, as the host has written it in <c>help-lines.yaml</c> among the data. Read anew for each visit, so that
/// a correction needs no restart; nothing of it is made up here.
/// </summary>
public sealed class HelpLines(Storage storage, ILogger<HelpLines> log)
{
    private const int LargestFile = 256 * 1024;

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .Build();

    private string File => Path.Combine(storage.Folder, "help-lines.yaml");

    /// <summary>The countries that the host has filled in, the reader's own first; none without a file, or where it cannot be read.</summary>
    public IReadOnlyList<CountryLines> Read()
    {
        try
        {
            var file = new FileInfo(File);
            if (!file.Exists)
            {
                return [];
            }

            if (file.Length > LargestFile)
            {
                throw new InvalidDataException($"larger than {LargestFile / 1024} KiB");
            }

            var countries = Yaml.Deserialize<List<CountryLines>>(System.IO.File.ReadAllText(File)) ?? [];
            return [.. countries.Where(country => country.Lines.Count > 0).OrderBy(country => !IsOwn(country))];
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or YamlException or InvalidDataException)
        {
            HelpLog.NotReadable(log, File, error.Message.ReplaceLineEndings(" "));
            return [];
        }
    }

    private static bool IsOwn(CountryLines country) =>
        !CultureInfo.CurrentCulture.IsNeutralCulture
        && string.Equals(
            new RegionInfo(CultureInfo.CurrentCulture.Name).TwoLetterISORegionName,
            country.Country,
            StringComparison.OrdinalIgnoreCase
        );
}

/// <summary>The lines of one country.</summary>
public sealed class CountryLines
{
    /// <summary>Two letters, such as <c>DE</c>.</summary>
    public string Country { get; set; } = "";

    public List<HelpLine> Lines { get; set; } = [];

    public string Name => string.IsNullOrWhiteSpace(Country) ? "" : NameOf(Country);

    private static string NameOf(string country)
    {
        try
        {
            return new RegionInfo(country).NativeName;
        }
        catch (ArgumentException)
        {
            return country;
        }
    }
}

public sealed class HelpLine
{
    public string Name { get; set; } = "";

    /// <summary>As one dials it.</summary>
    public string? Phone { get; set; }

    /// <summary>When, for whom, in which languages, at what cost.</summary>
    public string? Note { get; set; }

    public string? Web { get; set; }

    /// <summary>What a phone dials: digits and a plus.</summary>
    public string? Dial =>
        Phone is null ? null : "tel:" + string.Concat(Phone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    /// <summary>Only an address of the web becomes a link.</summary>
    public Uri? Address =>
        Uri.TryCreate(Web, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
}

internal static partial class HelpLog
{
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{File} cannot be read, so the page shows whom one can turn to in general: {Why}"
    )]
    public static partial void NotReadable(ILogger log, string file, string why);
}
