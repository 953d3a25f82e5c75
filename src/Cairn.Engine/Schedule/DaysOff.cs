namespace Cairn.Engine.Schedule;

/// <summary>
/// The days off of one step: its own, its goal's and the person's, put together by whoever knows them. Where kinds
/// overlap a pause comes before a rest, and a rest before a reserve: nobody spends a reserve on a day that is free anyway.
/// </summary>
public sealed class DaysOff
{
    private readonly Dictionary<DateOnly, OffKind> _single = [];
    private readonly List<DayOff> _long = [];

    /// <summary>Puts days off together, in any order, overlapping or not. One that ends before it begins is none.</summary>
    public DaysOff(IEnumerable<DayOff> daysOff)
    {
        ArgumentNullException.ThrowIfNull(daysOff);
        foreach (var off in daysOff)
        {
            if (off.Until != off.From)
            {
                _long.Add(off);
            }
            else
            {
                _single[off.From] = _single.TryGetValue(off.From, out var other) ? Stronger(off.Kind, other) : off.Kind;
            }
        }
    }

    /// <summary>No day off.</summary>
    public static DaysOff None { get; } = new([]);

    /// <summary>Why nothing is expected on a day; null when it is a day like others.</summary>
    public OffKind? On(DateOnly day)
    {
        OffKind? kind = _single.TryGetValue(day, out var single) ? single : null;
        foreach (var off in _long)
        {
            if (off.From <= day && (off.Until is not { } until || day <= until))
            {
                kind = kind is { } other ? Stronger(off.Kind, other) : off.Kind;
            }
        }

        return kind;
    }

    private static OffKind Stronger(OffKind one, OffKind other) => Order(one) >= Order(other) ? one : other;

    private static int Order(OffKind kind) =>
        kind switch
        {
            OffKind.Pause => 2,
            OffKind.Rest => 1,
            _ => 0,
        };
}
