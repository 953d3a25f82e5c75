using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Cairn.Engine.Momentum;

/// <summary>Writes down where each point of a momentum comes from.</summary>
internal sealed class Ledger
{
    private readonly List<Line> _lines = [];
    private readonly List<double> _keeps = [];
    private int _today;

    /// <summary>Some wins share a weighed part of today's plan equally.</summary>
    public void Note(IReadOnlyList<DateOnly> wins, double part)
    {
        foreach (var win in part > 0 ? wins : [])
        {
            _lines.Add(new(win, _keeps.Count, part / wins.Count));
        }
    }

    /// <summary>Turns today's parts into points.</summary>
    /// <param name="keep">What the day keeps of the value before.</param>
    /// <param name="scale">Points, 0 to 1, for one time that was won.</param>
    public void EndDay(double keep, double scale)
    {
        foreach (ref var line in CollectionsMarshal.AsSpan(_lines)[_today..])
        {
            line = line with { Points = 100 * scale * line.Points };
        }

        _keeps.Add(keep);
        _today = _lines.Count;
    }

    /// <summary>What is left of each win's points after all days, the largest first.</summary>
    public ImmutableArray<MomentumPart> Close()
    {
        var left = new double[_keeps.Count];
        var rest = 1.0;
        for (var day = _keeps.Count - 1; day >= 0; day--)
        {
            left[day] = rest;
            rest *= _keeps[day];
        }

        return
        [
            .. _lines
                .GroupBy(line => line.Win)
                .Select(win => new MomentumPart(win.Key, win.Sum(line => line.Points * left[line.Day])))
                .OrderByDescending(part => part.Points)
                .ThenBy(part => part.Day),
        ];
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Line(DateOnly Win, int Day, double Points);
}
