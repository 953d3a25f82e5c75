using System.IO.Compression;
using System.Text;

namespace Cairn.Transfer;

/// <summary>Files as other programs write them, and what Cairn is told by them on 10 March 2026.</summary>
internal static class Foreign
{
    public static readonly DateOnly Today = new(2026, 3, 10);

    public static Imported Tell(string text, params (string Key, string Value)[] answers) =>
        Tell(Encoding.UTF8.GetBytes(text), answers);

    public static Imported Tell(byte[] bytes, params (string Key, string Value)[] answers)
    {
        using var file = new TemporaryFile(bytes);
        return TransferFile.Read(file.Path).Tell(Today, "Europe/Berlin", Of(answers));
    }

    public static Answers Of(IEnumerable<(string Key, string Value)> answers) =>
        new(answers.ToDictionary(answer => answer.Key, answer => answer.Value));

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The entries of the only habit, as short as they can be compared.</summary>
    public static IReadOnlyList<string> Days(this ImportedGoal goal) =>
        [
            .. goal.Steps[0]
                .Entries.Select(entry =>
                    string.Join(
                        ' ',
                        new[]
                        {
                            entry.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                            entry.Outcome.ToString(),
                            entry.Tier?.ToString(),
                            entry.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            entry.Note,
                        }.Where(part => part is not null)
                    )
                ),
        ];
}

internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-file-");

    public TemporaryFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public TemporaryFile(string text)
        : this(Encoding.UTF8.GetBytes(text)) { }

    public string Path => System.IO.Path.Combine(folder.FullName, "export");

    public void Dispose() => folder.Delete(recursive: true);
}
