namespace Cairn.Engine.Effects;

/// <summary>
/// What else may explain a day, as an orthonormal basis (modified Gram and Schmidt, run twice, which is as exact
/// as Householder: L. Giraud et al. 2005). A column that the others already hold is left out.
/// </summary>
internal sealed class Background
{
    private const double Nothing = 1e-9;

    private readonly List<double[]> basis = [];

    public Background(params IEnumerable<double[]> columns)
    {
        foreach (var column in columns)
        {
            var rest = Without(column);
            var length = Dot(rest, rest);
            if (length > Nothing * Dot(column, column))
            {
                var scale = 1 / Math.Sqrt(length);
                for (var i = 0; i < rest.Length; i++)
                {
                    rest[i] *= scale;
                }

                basis.Add(rest);
            }
        }
    }

    /// <summary>Independent columns.</summary>
    public int Columns => basis.Count;

    /// <summary>What the background leaves unexplained: y − Z(Z'Z)⁻¹Z'y.</summary>
    public double[] Without(double[] values)
    {
        var rest = (double[])values.Clone();
        for (var twice = 0; twice < 2; twice++)
        {
            foreach (var column in basis)
            {
                var share = Dot(column, rest);
                for (var i = 0; i < rest.Length; i++)
                {
                    rest[i] -= share * column[i];
                }
            }
        }

        return rest;
    }

    public static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
