using System.Globalization;
using Cairn.Data;
using Cairn.Ladders.Search;

namespace Cairn.Ladders;

/// <summary>All ladders: ours, which are inside the program, and the host's own from their folder.</summary>
public sealed class LadderLibrary
{
    private const string Prefix = "ladders/";

    /// <summary>Read once, whoever asks.</summary>
    private static readonly Lazy<LadderLibrary> Ours = new(Inside);

    private readonly Dictionary<string, Ladder> byId;
    private readonly Lazy<LadderSearch> search;

    private LadderLibrary(IReadOnlyList<Ladder> all, IReadOnlyList<string> faults)
    {
        byId = all.ToDictionary(ladder => ladder.Id, StringComparer.Ordinal);
        search = new(() => new LadderSearch(all));
        (All, Faults) = (all, faults);
    }

    /// <summary>How many are inside the program.</summary>
    public static int OursCount => Ours.Value.All.Count;

    /// <summary>By area, then as their files are named.</summary>
    public IReadOnlyList<Ladder> All { get; }

    /// <summary>What is off with a file, a sentence for each; such files are left out. Ours have none: a test sees to it.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Null for an id that is not known: a host may have removed the file.</summary>
    public Ladder? Named(string? id) => id is not null && byId.TryGetValue(id, out var ladder) ? ladder : null;

    public IEnumerable<Ladder> In(string area) => All.Where(ladder => ladder.Area == area);

    /// <inheritdoc cref="LadderSearch.Find"/>
    public IReadOnlyList<Ladder> Find(string typed, int most, string? area = null) =>
        search.Value.Find(typed, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, most, area);

    /// <summary>Makes ready what the first search would wait for.</summary>
    public LadderLibrary Warm()
    {
        _ = search.Value;
        return this;
    }

    /// <param name="folder">With a folder for each area; need not be there.</param>
    public static LadderLibrary With(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return Ours.Value;
        }

        var all = Ours.Value.All.ToList();
        var faults = Ours.Value.Faults.ToList();
        foreach (
            var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            var place = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var (ladder, off) = ReadFile(path, place);
            if (ladder is not null && all.Exists(known => known.Id == ladder.Id))
            {
                off = [$"{place}: there is a ladder {ladder.Id} already; give this one another name."];
                ladder = null;
            }

            faults.AddRange(off);
            if (ladder is not null)
            {
                all.Add(ladder);
            }
        }

        return new(all, faults);
    }

    private static (Ladder?, IReadOnlyList<string>) ReadFile(string path, string place)
    {
        if (
            place.Split('/') is not [var area, var file]
            || !Areas.Given.Contains(area)
            || !file.EndsWith(".yaml", StringComparison.Ordinal)
        )
        {
            return (null, [$"{place}: a ladder is a file AREA/NAME.yaml, the area {string.Join(", ", Areas.Given)}."]);
        }

        try
        {
            return LadderFile.Read(area, file, File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, [$"{place} cannot be read: {error.Message}"]);
        }
    }

    private static LadderLibrary Inside()
    {
        var program = typeof(LadderLibrary).Assembly;
        var all = new List<Ladder>();
        var faults = new List<string>();
        foreach (var name in program.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (
                name.StartsWith(Prefix, StringComparison.Ordinal)
                && name[Prefix.Length..].Split('/') is [var area, var file]
            )
            {
                using var reader = new StreamReader(program.GetManifestResourceStream(name)!);
                var (ladder, off) = LadderFile.Read(area, file, reader.ReadToEnd());
                faults.AddRange(off);
                if (ladder is not null)
                {
                    all.Add(ladder);
                }
            }
        }

        return new(all, faults);
    }
}
