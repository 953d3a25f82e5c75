namespace Cairn.Ladders.Search;

/// <summary>How far two spellings lie apart.</summary>
internal static class Typing
{
    /// <summary>Slips of the finger that still leave a word recognisable.</summary>
    public static int SlipsAllowed(int length) =>
        length switch
        {
            < 4 => 0,
            < 7 => 1,
            _ => 2,
        };

    /// <summary>
    /// Letters to insert, drop, change or swap with a neighbour (optimal string alignment); <paramref name="most"/> + 1
    /// where it is more than <paramref name="most"/>.
    /// </summary>
    public static int Slips(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || b.Length >= 64)
        {
            return most + 1;
        }

        Span<int> beforeLast = stackalloc int[64];
        Span<int> last = stackalloc int[64];
        Span<int> row = stackalloc int[64];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return Math.Min(last[b.Length], most + 1);
    }
}
