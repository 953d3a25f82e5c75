using System.Runtime.InteropServices;

namespace Cairn.Engine.Effects;

/// <summary>The detector on a person's own evenings in random order, where there is nothing to be found.</summary>
public static class Scramble
{
    /// <summary>Shuffles the evenings among the rated days and looks, many times.</summary>
    /// <param name="log">The logbook.</param>
    /// <param name="times">How many times; at least one. 200 take about 0.1 s for three months.</param>
    /// <param name="seed">The seed of the shuffles.</param>
    public static Scrambled Try(Logbook log, int times, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        var rated = Enumerable.Range(0, log.Days).Where(day => !double.IsNaN(log.Evening[day])).ToArray();
        var evenings = Array.ConvertAll(rated, day => log.Evening[day]);
        var coin = new Coin(seed);
        var quiet = 0;
        for (var time = 0; time < times; time++)
        {
            coin.Shuffle(evenings);
            var scrambled = (double[])log.Evening.Clone();
            for (var i = 0; i < rated.Length; i++)
            {
                scrambled[rated[i]] = evenings[i];
            }

            quiet += Hunches.Show(log.With(scrambled)).IsEmpty ? 1 : 0;
        }

        return new(times, quiet);
    }
}

/// <summary>How the detector did where there is nothing to be found.</summary>
/// <param name="Times">Shuffles.</param>
/// <param name="Quiet">Shuffles in which nothing was shown.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Scrambled(int Times, int Quiet)
{
    /// <summary>The share that was quiet; at least 0.95 is the promise.</summary>
    public double Share => Quiet / (double)Times;
}
