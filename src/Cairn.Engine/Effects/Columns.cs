namespace Cairn.Engine.Effects;

/// <summary>Columns of a regression over some days of a logbook.</summary>
internal static class Columns
{
    public static double[] Of(int[] days, Func<int, double> value) => Array.ConvertAll(days, day => value(day));

    public static double[] Ones(int[] days) => Of(days, _ => 1);

    public static double[] Weekend(int[] days, Logbook log) => Of(days, day => log.IsWeekend(day) ? 1 : 0);

    /// <summary>Time from −1 to 1.</summary>
    public static double[] Time(int[] days)
    {
        var (middle, half) = ((days[0] + days[^1]) / 2.0, Math.Max(1, (days[^1] - days[0]) / 2.0));
        return Of(days, day => (day - middle) / half);
    }

    public static double[] TimeSquared(int[] days) => Array.ConvertAll(Time(days), time => time * time);

    /// <summary>A value less its mean, 0 where it is not known; and a column that says where.</summary>
    public static double[][] Known(int[] days, Func<int, double> value)
    {
        var values = Of(days, value);
        var (sum, known) = (0.0, 0);
        foreach (var one in values)
        {
            if (!double.IsNaN(one))
            {
                (sum, known) = (sum + one, known + 1);
            }
        }

        var mean = known > 0 ? sum / known : 0;
        return
        [
            Array.ConvertAll(values, one => double.IsNaN(one) ? 0 : one - mean),
            Array.ConvertAll(values, one => double.IsNaN(one) ? 1.0 : 0),
        ];
    }

    /// <summary>A column as it was the day before.</summary>
    public static Func<int, double> Yesterday(double[] column) => day => day > 0 ? column[day - 1] : double.NaN;
}
