using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cairn.Transfer.Archive;

/// <summary>The zip itself: eight JSON files with fixed names, and nothing else.</summary>
public static class ArchiveFile
{
    public const long MostBytesOfOnePart = 256L * 1024 * 1024;

    private const string Head = "cairn.json";
    private const string Goals = "goals.json";
    private const string Steps = "steps.json";
    private const string Versions = "step-versions.json";
    private const string Confidences = "confidences.json";
    private const string Entries = "entries.json";
    private const string Words = "day-words.json";
    private const string Plans = "plans.json";

    private static readonly string[] Parts = [Head, Goals, Steps, Versions, Confidences, Entries, Words, Plans];

    /// <summary>Version 1 knew no words about a day and no plans.</summary>
    private static readonly string[] PartsOfVersion1 = [.. Parts.Where(part => part is not (Words or Plans))];

    /// <summary>The earliest instant that a zip can name; the archive's own stands in <c>cairn.json</c>.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same facts give the same bytes.</summary>
    public static void Write(Stream to, ArchiveFacts facts)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Put(zip, Head, facts.Head, ArchiveJson.Default.ArchiveHead);
        Put(zip, Goals, [.. facts.Goals], ArchiveJson.Default.ListArchivedGoal);
        Put(zip, Steps, [.. facts.Steps], ArchiveJson.Default.ListArchivedStep);
        Put(zip, Versions, [.. facts.Versions], ArchiveJson.Default.ListArchivedVersion);
        Put(zip, Confidences, [.. facts.Confidences], ArchiveJson.Default.ListArchivedConfidence);
        Put(zip, Entries, [.. facts.Entries], ArchiveJson.Default.ListArchivedEntry);
        Put(zip, Words, [.. facts.Words], ArchiveJson.Default.ListArchivedWord);
        Put(zip, Plans, facts.Plans, ArchiveJson.Default.ArchivedPlans);
    }

    /// <exception cref="UnusableFileException">With the sentence for the person.</exception>
    public static ArchiveFacts Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            ZipDirectory.Check(file);
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            var parts = zip.Entries.Select(part => part.FullName).Order().ToList();
            if (!parts.SequenceEqual(Parts.Order()) && !parts.SequenceEqual(PartsOfVersion1.Order()))
            {
                throw new UnusableFileException(History.Say(TransferWords.NotAnArchive, string.Join(", ", Parts)));
            }

            var head = Get(zip, Head, ArchiveJson.Default.ArchiveHead);
            if (head.Format != ArchiveHead.FormatName || head.Version is < 1 or > ArchiveHead.NewestVersion)
            {
                throw new UnusableFileException(
                    History.Say(TransferWords.ArchiveIsNewer, head.Version, ArchiveHead.NewestVersion)
                );
            }

            var facts = new ArchiveFacts(
                head,
                Get(zip, Goals, ArchiveJson.Default.ListArchivedGoal),
                Get(zip, Steps, ArchiveJson.Default.ListArchivedStep),
                Get(zip, Versions, ArchiveJson.Default.ListArchivedVersion),
                Get(zip, Confidences, ArchiveJson.Default.ListArchivedConfidence),
                Get(zip, Entries, ArchiveJson.Default.ListArchivedEntry),
                parts.Contains(Words) ? Get(zip, Words, ArchiveJson.Default.ListArchivedWord) : [],
                parts.Contains(Plans) ? Get(zip, Plans, ArchiveJson.Default.ArchivedPlans) : ArchivedPlans.None
            );
            return ArchiveRules.Broken(facts) is { } rule
                ? throw new UnusableFileException(History.Say(TransferWords.ContradictsItself, rule))
                : facts;
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or NotSupportedException)
        {
            throw new UnusableFileException(
                History.Say(TransferWords.ArchiveDamaged, error.Message.ReplaceLineEndings(" ")),
                error
            );
        }
    }

    private static void Put<T>(ZipArchive zip, string name, T facts, JsonTypeInfo<T> type)
    {
        var part = zip.CreateEntry(name, CompressionLevel.Optimal);
        part.LastWriteTime = NoTime;
        using var stream = part.Open();
        JsonSerializer.Serialize(stream, facts, type);
    }

    private static T Get<T>(ZipArchive zip, string name, JsonTypeInfo<T> type)
    {
        using var stream = new BoundedStream(zip.GetEntry(name)!.Open(), MostBytesOfOnePart);
        return JsonSerializer.Deserialize(stream, type) ?? throw new JsonException($"{name} holds nothing.");
    }
}
