using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cairn.Transfer;

/// <summary>A JSON value that somebody else's program wrote. Any value may be of any kind; a wrong one reads as null.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct StrangerJson(JsonElement element)
{
    public const int MostBytes = 16 * 1024 * 1024;

    /// <exception cref="UnusableFileException">With the sentence for the person.</exception>
    public static StrangerJson Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return new StrangerJson(JsonDocument.Parse(utf8).RootElement);
        }
        catch (JsonException error)
        {
            throw new UnusableFileException(TransferWords.JsonDamaged, error);
        }
    }

    public bool Has(string member) => Find(member) is not null;

    public StrangerJson Member(string name) => Find(name) is { } member ? new StrangerJson(member) : default;

    public string? Text(string name) => Member(name).AsText;

    public double? Number(string name) => Member(name).AsNumber;

    public long? Whole(string name) => Member(name).AsWhole;

    public bool? Flag(string name) => Member(name).AsFlag;

    /// <summary>With the place of each in the list; nothing if it is no list.</summary>
    public IEnumerable<(int Place, StrangerJson Item)> Items(string name) => Member(name).AsItems;

    public IEnumerable<(int Place, StrangerJson Item)> AsItems =>
        element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().Select((item, place) => (place, new StrangerJson(item)))
            : [];

    public IEnumerable<(string Name, StrangerJson Value)> Members =>
        element.ValueKind == JsonValueKind.Object
            ? element
                .EnumerateObject()
                .Select(member => (Safe(() => member.Name) ?? "", new StrangerJson(member.Value)))
            : [];

    public string? AsText
    {
        get
        {
            var value = element;
            return value.ValueKind == JsonValueKind.String ? Safe(value.GetString) : null;
        }
    }

    /// <summary>Some write a yes as a number.</summary>
    public bool? AsFlag =>
        element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => AsNumber is { } number ? number != 0 : null,
        };

    public double? AsNumber =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;

    public long? AsWhole =>
        AsNumber is { } number && number == Math.Floor(number) && Math.Abs(number) < 1L << 53 ? (long)number : null;

    /// <summary>A list that is itself written as JSON in a text, as some programs do.</summary>
    public IReadOnlyList<double> Numbers(string name)
    {
        var member = Member(name);
        if (member.AsText is { Length: < 100 } text)
        {
            try
            {
                using var inner = JsonDocument.Parse(text);
                return
                [
                    .. new StrangerJson(inner.RootElement).AsItems.Select(item => item.Item.AsNumber).OfType<double>(),
                ];
            }
            catch (JsonException)
            {
                return [];
            }
        }

        return [.. member.AsItems.Select(item => item.Item.AsNumber).OfType<double>()];
    }

    private JsonElement? Find(string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
                ? member
                : null;
        }
        catch (InvalidOperationException)
        {
            return null; // the name of another member is no text
        }
    }

    /// <summary>An escape such as <c>\ud800</c> alone is valid JSON but no text.</summary>
    private static string? Safe(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
