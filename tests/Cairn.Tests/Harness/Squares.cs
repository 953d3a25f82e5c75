namespace Cairn.Harness;

/// <summary>Least squares by the normal equations; a column that the others hold already is passed over.</summary>
public sealed record Squares(double Left, double Last, int Rank)
{
    public static Squares Of(IReadOnlyList<IReadOnlyList<double>> columns, IReadOnlyList<double> values)
    {
        var (weights, rank) = Solve(columns, values);
        var left = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            var rest = values[i] - columns.Select((column, place) => weights[place] * column[i]).Sum();
            left += rest * rest;
        }

        return new(left, weights[^1], rank);
    }

    public static double[] Rest(IReadOnlyList<IReadOnlyList<double>> columns, IReadOnlyList<double> values)
    {
        var (weights, _) = Solve(columns, values);
        return
        [
            .. values.Select((value, i) => value - columns.Select((column, place) => weights[place] * column[i]).Sum()),
        ];
    }

    private static (double[] Weights, int Rank) Solve(
        IReadOnlyList<IReadOnlyList<double>> columns,
        IReadOnlyList<double> values
    )
    {
        var size = columns.Count;
        var table = new double[size, size + 1];
        for (var row = 0; row < size; row++)
        {
            for (var other = 0; other < size; other++)
            {
                table[row, other] = columns[row].Zip(columns[other], (a, b) => a * b).Sum();
            }

            table[row, size] = columns[row].Zip(values, (a, b) => a * b).Sum();
        }

        var scales = Enumerable.Range(0, size).Select(row => table[row, row]).ToArray();
        var used = new List<int>();
        for (var pivot = 0; pivot < size; pivot++)
        {
            if (table[pivot, pivot] <= 1e-9 * scales[pivot] || scales[pivot] == 0)
            {
                continue;
            }

            used.Add(pivot);
            for (var row = 0; row < size; row++)
            {
                if (row != pivot)
                {
                    var times = table[row, pivot] / table[pivot, pivot];
                    for (var column = 0; column <= size; column++)
                    {
                        table[row, column] -= times * table[pivot, column];
                    }
                }
            }
        }

        var weights = new double[size];
        foreach (var pivot in used)
        {
            weights[pivot] = table[pivot, size] / table[pivot, pivot];
        }

        return (weights, used.Count);
    }
}
