using System.Globalization;
using Cairn.Data;
using Cairn.Shell;
using Microsoft.AspNetCore.Http.Features;

namespace Cairn.Goals.Breakdown;

/// <summary>The whole tree as its form sends it: one value of each name for each row.</summary>
/// <param name="Rows">As typed, in their order.</param>
/// <param name="Number">Which state of the tree they were made from; 0 for none.</param>
/// <param name="At">The row that is chosen.</param>
/// <param name="Do">Which button was pressed.</param>
public sealed record TreeForm(List<TreeRow> Rows, int Number, Guid? At, string Do)
{
    public const int MostRows = 1000;

    private const int FieldsOfRow = 4;

    private static readonly FormOptions Room = new() { ValueCountLimit = 2 * MostRows * FieldsOfRow };

    /// <returns>Null for what our page would never send.</returns>
    public static async Task<TreeForm?> Read(HttpRequest request, CancellationToken cancel)
    {
        var form = await Forms.Read(request, cancel, Room);
        var (ids, depths, texts, minutes) = (form["task"], form["depth"], form["text"], form["minutes"]);
        if (form.Count == 0 || depths.Count != ids.Count || texts.Count != ids.Count || minutes.Count != ids.Count)
        {
            return null;
        }

        var added = form["added"].ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = new List<TreeRow>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            if (!Guid.TryParse(ids[i], out var id) || !int.TryParse(depths[i], NumberStyles.None, null, out var depth))
            {
                return null;
            }

            rows.Add(Below(rows, id, depth, texts[i], minutes[i]) with { IsNew = added.Contains(ids[i]) });
        }

        var number = int.TryParse(form["number"], NumberStyles.None, null, out var known) ? known : 0;
        return new TreeForm(rows, number, Guid.TryParse(form["at"], out var at) ? at : null, form["do"].ToString());
    }

    /// <summary>A row as it can lie below the ones before it: one step deeper at most.</summary>
    public static TreeRow Below(List<TreeRow> rows, Guid id, int depth, string? text, string? minutes)
    {
        var deepest = rows.Count == 0 ? 0 : Math.Min(rows[^1].Depth + 1, TreeMoves.MostDepth - 1);
        return new TreeRow(id, Math.Clamp(depth, 0, deepest), Typed.Line(text), Typed.Line(minutes));
    }

    /// <summary>What has to be mended before it can be saved: a sentence for the person, and the row; null for nothing.</summary>
    public static (string Why, Guid? Row)? Wrong(IReadOnlyList<TreeRow> rows)
    {
        if (rows.Count > MostRows)
        {
            return (Phrase.Of(BreakdownWords.TooMany, MostRows), null);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var why =
                WrongText(row.Text)
                ?? (!TreeMoves.IsGroup(rows, i) && row.Size is null or 0 ? BreakdownWords.MinutesMissing : null);
            if (why is not null)
            {
                return (why, row.Id);
            }
        }

        return null;
    }

    /// <summary>What has to be mended in the words of a task; null for nothing.</summary>
    public static string? WrongText(string text) => Typed.Trouble(text, BreakdownWords.TextMissing);

    /// <summary>Rows in which nothing was typed were only a place to type.</summary>
    public static List<TreeRow> WithoutBlanks(List<TreeRow> rows)
    {
        var kept = rows.ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            if (kept[i].Text.Length == 0 && !TreeMoves.IsGroup(kept, i))
            {
                kept.RemoveAt(i);
            }
        }

        return kept;
    }
}
