using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cairn.Ladders;

/// <summary>
/// Walks through one file in the order of its schema and notes each thing that is off with its line. It goes only as
/// deep as the schema does and follows no alias, so that no file can lead it astray.
/// </summary>
internal sealed class LadderReading(string file, IParser parser)
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>Of what comes next.</summary>
    public long Line => parser.Current?.Start.Line ?? 0;

    public void Fault(long line, string what) => faults.Add($"{file}, line {line}: {what}.");

    public void Begin()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            throw new YamlException(Mark.Empty, Mark.Empty, "it is empty");
        }

        parser.Consume<DocumentStart>();
    }

    public void End()
    {
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
        {
            Fault(Line, "a file holds one ladder");
        }
    }

    /// <summary>Keys with values; each value is read by its key's action.</summary>
    public void Keys(string what, params ReadOnlySpan<Key> known)
    {
        if (!parser.TryConsume<MappingStart>(out var start))
        {
            Skip($"{what} needs keys with values: {Names(known)}");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var line = Line;
            if (!parser.TryConsume<Scalar>(out var name))
            {
                Skip($"a key of {what} must be a word");
                parser.SkipThisAndNestedEvents();
            }
            else if (Find(known, name.Value) is not { } key)
            {
                Fault(line, $"\"{name.Value}\" is not known in {what}; there are {Names(known)}");
                parser.SkipThisAndNestedEvents();
            }
            else if (!seen.Add(name.Value))
            {
                Fault(line, $"{name.Value} stands twice in {what}");
                parser.SkipThisAndNestedEvents();
            }
            else
            {
                key.Read();
            }
        }

        foreach (var key in known)
        {
            if (key.Needed && !seen.Contains(key.Name))
            {
                Fault(start.Start.Line, $"{what} lacks {key.Name}");
            }
        }
    }

    public IReadOnlyList<T> List<T>(string what, int least, int most, Func<T?> read)
        where T : class
    {
        var line = Line;
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            Skip($"{what} must be a list");
            return [];
        }

        var items = new List<T>();
        var count = 0;
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            count++;
            if (read() is { } item)
            {
                items.Add(item);
            }
        }

        if (count < least || count > most)
        {
            Fault(line, $"{what} has {count} entries; it needs {(least == most ? $"{least}" : $"{least} to {most}")}");
        }

        return items;
    }

    public string? Text(string what, int longest)
    {
        var line = Line;
        if (!parser.TryConsume<Scalar>(out var scalar))
        {
            Skip($"{what} must be text");
            return null;
        }

        var text = scalar.Value.Trim();
        if (text.Length == 0 || text.Length > longest)
        {
            Fault(line, $"{what} has {text.Length} letters; it needs 1 to {longest}");
            return null;
        }

        return text;
    }

    public Said? Both(string what, int longest)
    {
        string? en = null;
        string? de = null;
        Keys(
            what,
            new("en", () => en = Text($"{what} in English", longest)),
            new("de", () => de = Text($"{what} in German", longest))
        );
        return en is not null && de is not null ? new Said(en, de) : null;
    }

    public double? Amount(string what)
    {
        var line = Line;
        if (
            parser.TryConsume<Scalar>(out var scalar)
            && double.TryParse(
                scalar.Value,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
            && amount is > 0 and <= 100_000
        )
        {
            return amount;
        }

        if (scalar is null)
        {
            parser.SkipThisAndNestedEvents();
        }

        Fault(line, $"{what} must be a number above 0, such as 2 or 0.5");
        return null;
    }

    private void Skip(string what)
    {
        Fault(Line, what);
        parser.SkipThisAndNestedEvents();
    }

    private static Key? Find(ReadOnlySpan<Key> known, string name)
    {
        foreach (var key in known)
        {
            if (key.Name == name)
            {
                return key;
            }
        }

        return null;
    }

    private static string Names(ReadOnlySpan<Key> known)
    {
        var names = new List<string>();
        foreach (var key in known)
        {
            names.Add(key.Name);
        }

        return string.Join(", ", names);
    }

    internal sealed record Key(string Name, Action Read, bool Needed = true);
}
