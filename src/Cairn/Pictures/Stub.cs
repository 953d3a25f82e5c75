#pragma warning disable
namespace Cairn.Pictures;

public enum StoneKind
{
    Practice,
    Task,
    Moment,
    Noticed,
}

public readonly record struct Stone(Guid Id, string Area, int Tier, StoneKind Kind, string Label);

public sealed record Pile(DateOnly Day, IReadOnlyList<Stone> Stones);
