namespace Cairn.Transfer.Archive;

/// <summary>What is here already: by id, or, where both sides imported the same file, by where it came from.</summary>
internal sealed class KnownIds
{
    private readonly HashSet<Guid> ids = [];
    private readonly Dictionary<string, Guid> sources = new(StringComparer.Ordinal);

    public KnownIds(IEnumerable<Known> here)
    {
        foreach (var known in here)
        {
            ids.Add(known.Id);
            if (known.Source is { } source)
            {
                sources[source] = known.Id;
            }
        }
    }

    public Guid? Find(Guid id, string? source) =>
        ids.Contains(id) ? id
        : source is not null && sources.TryGetValue(source, out var same) ? same
        : null;
}

/// <summary>A goal, step or entry that is here already.</summary>
internal sealed record Known(Guid Id, string? Source);
