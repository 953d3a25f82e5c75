using System.Globalization;
using Cairn.Pictures;
using Cairn.Shell;

namespace Cairn.Progress;

/// <summary>The wins that are one stone: one, or all of an area, a kind and a time.</summary>
public sealed record Heap(Grain Grain, IReadOnlyList<Win> Wins)
{
    private const int LongestLabel = 80;

    /// <summary>So many wins make a stone of the second size and so on, where several are one.</summary>
    private static readonly int[] Sizes = [1, 4, 10, 25, 60];

    public Stone Stone => new(Wins[0].Id, Wins[0].Area, Size, Wins[0].Kind, Label);

    private int Size =>
        Grain == Grain.Win ? Wins[0].Tier : Array.FindLastIndex(Sizes, least => least <= Wins.Count) + 1;

    private string Label =>
        Grain == Grain.Win
            ? $"{WordsOf(Wins[0])} · {ShortDay.Of(Wins[0].Day)}"
            : $"{KindName(Wins[0])} · {Time} · {CountName(Wins.Count)}";

    /// <summary>"Walk, 12 min": what was done at least.</summary>
    public static string WordsOf(Win win) =>
        win.Amount is { } amount ? $"{Short(win.Name)}, {Quantity.Of(amount, win.Unit)}" : Short(win.Name);

    public static string CountName(int wins) =>
        wins == 1
            ? ProgressWords.OneWin
            : Phrase.Of(ProgressWords.Wins, wins.ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>"Health", "Health, moments", "Noticed".</summary>
    public static string KindName(Win win) =>
        win.Kind switch
        {
            StoneKind.Noticed => ProgressWords.Noticed,
            StoneKind.Moment => Phrase.Of(ProgressWords.MomentsOf, AreaName.Of(win.Area)),
            StoneKind.Task => Phrase.Of(ProgressWords.TasksOf, AreaName.Of(win.Area)),
            _ => AreaName.Of(win.Area),
        };

    private string Time
    {
        get
        {
            var (from, to) = (Wins[0].Day, Wins[^1].Day);
            return Grain switch
            {
                Grain.Day => ShortDay.Of(from),
                Grain.Month => from.ToString("Y", CultureInfo.CurrentCulture),
                Grain.Year => from.ToString("yyyy", CultureInfo.CurrentCulture),
                _ => from == to
                    ? ShortDay.Of(from)
                    : Phrase.Of(ProgressWords.FromTo, ShortDay.Of(from), ShortDay.Of(to)),
            };
        }
    }

    /// <summary>What somebody wrote may be long; a stone says how it begins.</summary>
    private static string Short(string text)
    {
        if (text.Length <= LongestLabel)
        {
            return text;
        }

        var end =
            StringInfo.GetNextTextElementLength(text.AsSpan(LongestLabel - 1)) > 1
                ? LongestLabel - 2
                : LongestLabel - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }
}
