using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cairn.Engine.Capacity;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

/// <summary>
/// Beliefs are kept in people's stores, and lived on from there. Whoever changes a figure of the model has to give the
/// saved belief a new version, so that every store is rebuilt; then CAIRN_FIGURES=write writes the new figures.
/// </summary>
public sealed class FiguresTests
{
    private static readonly Guid Pages = new("0195a000-0000-7000-8000-000000000003");

    [Fact]
    public void The_figures_of_this_version_are_those_that_stores_hold()
    {
        var figures = new List<string>();
        Everything(figures);
        for (var seed = 1; seed <= 3; seed++)
        {
            figures.AddRange(Told($"random life {seed}", Histories.Lived(seed, days: 45).Belief));
        }

        var file = Path.Combine(Folder(), "figures-1.txt");
        if (Environment.GetEnvironmentVariable("CAIRN_FIGURES") == "write")
        {
            File.WriteAllLines(file, figures);
        }

        var known = File.ReadAllLines(file);
        Assert.Equal(known.Length, figures.Count);
        Assert.All(known.Zip(figures), pair => Assert.True(AreClose(pair.First, pair.Second), $"{pair}"));
    }

    /// <summary>A life in which every kind of word occurs, told after each day.</summary>
    private static void Everything(List<string> figures)
    {
        var someone = new Someone(1_000, Scale.Whole, new Ruler(1_000, 3), new Ruler(500, 6), new Ruler(100, 9));
        Bars Now() => someone.Bars;
        void Day(string name, params Fact[] facts)
        {
            someone.Live(facts);
            figures.AddRange(Told(name, someone.Belief));
        }

        Fact Won(Tier tier, double? share = null, bool all = false) =>
            new Won(someone.Today, Walk, Now(), tier, share * Now().Target, all);
        Fact Missed(MissReason reason, double? amount = null) => new Missed(someone.Today, Walk, Now(), reason, amount);

        Day("aim", Won(Tier.Target));
        Day("aim, and that was all", Won(Tier.Target, all: true));
        Day("more", Won(Tier.Stretch), new Felt(someone.Today, DayFeel.Good));
        Day("more, and that was all", Won(Tier.Stretch, all: true));
        Day("at least", Won(Tier.Floor));
        Day("between at least and aim", Won(Tier.Floor, 0.8), new Felt(someone.Today, DayFeel.Rough));
        Day("exactly the aim", Won(Tier.Target, 1));
        Day("a little more than the aim", Won(Tier.Target, 1.1));
        Day("the aim, and that was all", Won(Tier.Target, 1, all: true));
        Day("much more", Won(Tier.Stretch, 4));
        Day("a page", new StepBegan(someone.Today, Pages, 20, Scale.Whole, [new Ruler(20, 10), new Ruler(40, 10)]));
        Day("forgot", Missed(MissReason.Forgot));
        Day("did not want to", Missed(MissReason.DidNotWant));
        Day("nothing done", Missed(MissReason.None, 0));
        Day("too big", Missed(MissReason.TooBig));
        Day("back", Won(Tier.Floor), new Won(someone.Today, Read, Now(), Tier.Target, null, false));
        Day("no energy, a little done", Missed(MissReason.NoEnergy, 3));
        Day("no reason", Missed(MissReason.None));
        Day("rest", new Rested(someone.Today, Walk));
        Day("no chance", Missed(MissReason.NoChance), new Seen(someone.Today));
        Day("outside", Missed(MissReason.Outside));
        someone.IsAway(5);
        Day("after five days away", Won(Tier.Target));
        Day("stated anew", new StepBegan(someone.Today, Walk, 300, Scale.Minutes, [new Ruler(300, 5)]));
        Day("again", Won(Tier.Target));
        Day("one bar only", new Won(someone.Today, Walk, new Bars(9, 9, 9, 0, 0, 0), Tier.Floor, null, false));
        Day("and a task", Tasks.Begin(someone.Today, new Guid(7, 0, 0, new byte[8])));

        figures.AddRange(
            Why.Of(someone.Facts, Walk, most: 5).Select(moved => Line($"moved on {moved.Day:O}", moved.Factor))
        );
        foreach (
            var next in someone.Belief.NextStates(
                someone.Today,
                Walk,
                Limits.None,
                Dial.Bold,
                new Felt(someone.Today, DayFeel.Good)
            )
        )
        {
            figures.Add(Line($"next after {next.Answer.GetType().Name}", Numbers(next.Next)));
        }

        var limits = new Limits(WorstDay: 2, Enough: 12, Pinned: null);
        figures.Add(Line("with limits", Numbers(someone.Belief.BarsOn(someone.Today, Walk, limits, Dial.Steady))));
        var pinned = new Limits(2, 12, new Bars(3, 6, 40, 0, 0, 0));
        figures.Add(Line("set by hand", Numbers(someone.Belief.BarsOn(someone.Today, Walk, pinned, Dial.Steady))));
    }

    /// <summary>Everything that is believed, and what is offered on the next days.</summary>
    private static IEnumerable<string> Told(string name, Belief belief)
    {
        var bytes = belief.Save();
        var steps = new[] { Walk, Read, Pages }.Where(belief.Knows).ToArray();
        var header = 11 + (16 * BitConverter.ToUInt16(bytes, 1)); // version, count, day, checksum; then a key for each step
        var cells = MemoryMarshal.Cast<byte, double>(bytes.AsSpan(header)).ToArray();
        yield return Line(name, cells);
        var next = belief.Through!.Value.AddDays(1);
        foreach (var step in steps)
        {
            yield return Line($"{name}, lapse", belief.LapseOf(step));
            foreach (var dial in Enum.GetValues<Dial>())
            {
                var bars = belief.BarsOn(next, step, Limits.None, dial, (DayFeel)((int)dial - 1));
                yield return Line($"{name}, {dial}", Numbers(bars));
            }

            yield return Line(
                $"{name}, in four days",
                Numbers(belief.BarsOn(next.AddDays(4), step, Limits.None, Dial.Steady))
            );
        }
    }

    private static double[] Numbers(Bars bars) =>
        [bars.Floor, bars.Target, bars.Stretch, bars.FloorChance, bars.TargetChance, bars.StretchChance];

    private static string Line(string name, params double[] numbers) =>
        $"{name}: {string.Join(' ', numbers.Select(number => number.ToString("G12", CultureInfo.InvariantCulture)))}";

    private static bool AreClose(string one, string other)
    {
        var (here, there) = (one.Split(' '), other.Split(' '));
        return here.Length == there.Length && here.Zip(there).All(pair => AreSame(pair.First, pair.Second));
    }

    private static bool AreSame(string here, string there) =>
        here == there
        || (
            double.TryParse(here, CultureInfo.InvariantCulture, out var a)
            && double.TryParse(there, CultureInfo.InvariantCulture, out var b)
            && Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a))
        );

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
