using Cairn.Data;
using Cairn.Demo;
using Cairn.Engine.Capacity;
using Cairn.Engine.Effects;
using Cairn.Harness;
using Xunit;
using Outcome = Cairn.Data.Outcome;

namespace Cairn.Insights;

/// <summary>What Insights says of fifty demo people, beside counting by hand.</summary>
[InAnyZone]
public sealed class FiftyLivesTests
{
    private const int People = 50;
    private const int Days = 180;
    private static readonly DateTimeOffset Now = TestCairn.Monday;
    private static readonly string[] InTheWay = ["inTheWay", "inTheWayKind", "hindered"];
    private static readonly string[] Beside = ["best", "helped"];

    private static readonly Lazy<IReadOnlyList<DemoLife>> Lives = new(() =>
        [
            .. Enumerable
                .Range(0, People)
                .Select(place => DemoLife.Live(new DemoDice(17, place), place, null, 1, null, Now)),
        ]
    );

    [Fact]
    public void What_may_be_worth_a_test_and_the_spiral_are_what_a_slow_and_simple_method_says()
    {
        var (said, shown) = (new Said(), 0);
        foreach (var life in Lives.Value)
        {
            var today = TodayOf(life);
            var records = DemoRecords.Of(life);
            var slow = new SlowFigures(new SlowDays(life.Person, life.Steps, life.Versions, life.Entries, life.Words));
            var view = InsightsView.Of(records, life.Person, today);

            var worth = said.Same(slow, records, life.Person, today, view.Spiral);

            Assert.Equal(
                worth
                    .Where(one => one.Value.Chance > 0.8)
                    .OrderByDescending(one => one.Value.Chance)
                    .Take(2)
                    .Select(one => one.Key),
                view.Worth.Select(one => one.Step.Id)
            );
            shown += view.Worth.Count;
        }

        Assert.True(said.Hunches > 2 * People && said.Spirals > People / 2 && shown > 0, $"{said}, {shown}");
    }

    [Fact]
    public void Whatever_was_planned_of_the_same_days_each_step_is_weighed_as_a_slow_and_simple_method_does()
    {
        var said = new Said();
        foreach (var (life, place) in Lives.Value.Select((life, place) => (life, place)))
        {
            var today = TodayOf(life);
            var other = new OtherPlans(life, place, today);
            var records = DemoRecords.Of(life, other.Versions, life.Entries, other.Words);
            var slow = new SlowFigures(
                new SlowDays(life.Person, life.Steps, other.Versions, life.Entries, other.Words)
            );

            said.Same(slow, records, life.Person, today, Spiral.Find(LogOf(records, life.Person, today)));
        }

        Assert.True(said.Hunches > 2 * People && said.Spirals > People / 2, $"{said}");
    }

    /// <summary>The chance of a day without a word is lived once more, day by day; which days these are is looked up in the rows.</summary>
    [Fact]
    public void A_day_without_a_word_about_a_planned_step_is_a_promise_that_was_not_kept()
    {
        var silent = 0;
        foreach (var (life, place) in Lives.Value.Select((life, place) => (life, place)))
        {
            var today = TodayOf(life);
            var other = new OtherPlans(life, place, today);
            silent += Same(DemoRecords.Of(life), life.Versions, life.Words);
            silent += Same(
                DemoRecords.Of(life, other.Versions, life.Entries, other.Words),
                other.Versions,
                other.Words
            );

            int Same(Records records, IReadOnlyList<StepVersion> versions, IReadOnlyList<DayWord> words)
            {
                var days = new SlowDays(life.Person, life.Steps, versions, life.Entries, words);
                var facts = EngineFacts.Of(records, today.AddDays(-1)).ToLookup(fact => fact.Day);
                var bands = new SortedDictionary<int, int>();
                var morning = Belief.Of();
                for (var day = facts.Min(fact => fact.Key); day < today; day = day.AddDays(1))
                {
                    List<Fact> all = [.. facts[day]];
                    foreach (var step in days.Unsaid(day).Where(step => morning.Knows(step.StepId)))
                    {
                        var feel = records.FeelOn(day);
                        var seen = morning.BarsOn(day, step.StepId, step.Limits, life.Person.Dial, feel).TargetChance;
                        var tenths = (int)Math.Floor((seen * 10) + 0.5);
                        bands[tenths] = bands.GetValueOrDefault(tenths) + (seen > 0 ? 1 : 0);
                        var bars = morning.BarsOn(day, step.StepId, step.Limits, Dial.Steady, feel);
                        all.Add(new Missed(day, step.StepId, bars, MissReason.None, null));
                    }

                    morning = morning.After(all, day);
                }

                Assert.Equal(
                    bands.Where(band => band.Value > 0).Select(band => (band.Key, band.Value)),
                    InsightsView
                        .Of(records, life.Person, today)
                        .Calibration.Bands.Where(band => band.Silent > 0)
                        .Select(band => (band.Tenths, band.Silent))
                );
                return bands.Values.Sum();
            }
        }

        Assert.True(silent > 10 * People, $"{silent} days say little");
    }

    [Fact]
    public void What_is_counted_for_fifty_demo_people_is_what_counting_by_hand_says()
    {
        var (promises, fifths, evenings) = (0, 0, 0);
        foreach (var life in Lives.Value)
        {
            var today = TodayOf(life);
            var view = InsightsView.Of(DemoRecords.Of(life), life.Person, today);
            var slow = new ByHand(life, today);

            Assert.Equal(
                slow.Promises(),
                view.Calibration.Bands.Select(band => (band.Tenths, band.Times - band.Silent, band.Kept))
                    .Where(band => band.Item2 > 0)
                    .ToList()
            );
            promises += view.Calibration.Bands.Sum(band => band.Times);
            if (slow.Fifths() is { } fifth)
            {
                Assert.Equal(fifth.Best.Won, view.BestAndWorst!.Best.Win, 1e-9);
                Assert.Equal(fifth.Best.InTheWay, view.BestAndWorst.Best.Setback, 1e-9);
                Assert.Equal(fifth.Worst.Won, view.BestAndWorst.Worst.Win, 1e-9);
                Assert.Equal(fifth.Worst.InTheWay, view.BestAndWorst.Worst.Setback, 1e-9);
                fifths++;
            }
            else
            {
                Assert.Null(view.BestAndWorst);
            }

            var (fewer, usual, more) = slow.Evenings("motivation");
            var means = view.Evenings!;
            Assert.Equal([fewer, usual, more], means.All.Select(Motivation));
            evenings += means.IsShown ? 1 : 0;
        }

        Assert.True(promises > 100 * People, $"{promises} promises say little");
        Assert.True(fifths > People / 2 && evenings > People / 2, $"{fifths} and {evenings} lives say little");
    }

    private static DateOnly TodayOf(DemoLife life) => life.Entries.Max(entry => entry.Day).AddDays(1);

    private static Logbook LogOf(Records records, Person person, DateOnly today) =>
        new Diary(records, person).Read(Diary.ActionsOf(records, today), today.AddDays(-Days), today.AddDays(-1));

    private static double? Motivation(Evenings evenings) => evenings.Means[1] is { } mean ? Math.Round(mean, 9) : null;

    /// <summary>What was compared, and how much.</summary>
    private sealed record Said
    {
        public int Hunches { get; private set; }
        public int Spirals { get; private set; }

        /// <returns>What the slow method says of each step.</returns>
        public Dictionary<Guid, SlowFigures.Found> Same(
            SlowFigures slow,
            Records records,
            Person person,
            DateOnly today,
            Spiral? spiral
        )
        {
            var (first, last) = (today.AddDays(-Days), today.AddDays(-1));
            var worth = slow.Worth(first, last);
            var weighed = Engine.Effects.Hunches.Weigh(LogOf(records, person, today));
            Assert.Equal(worth.Keys.Order(), weighed.Select(hunch => hunch.Action).Order());
            foreach (var hunch in weighed)
            {
                Same(worth[hunch.Action], hunch);
            }

            Hunches += weighed.Length;
            if (slow.Spiral(first, last) is not { } links)
            {
                Assert.Null(spiral);
                return worth;
            }

            Same(links.ToEvening, spiral!.WinsToMood);
            Same(links.ToWins, spiral.MoodToWins);
            Spirals++;
            return worth;
        }

        private static void Same(SlowFigures.Found slow, Hunch hunch)
        {
            Assert.Equal((slow.With, slow.Without), (hunch.With, hunch.Without));
            Assert.Equal(slow.Mornings < 0.7, hunch.MorningMayExplain);
            Assert.Equal(
                [slow.Chance, slow.Effect, slow.Low, slow.High],
                [hunch.Chance, hunch.Effect, hunch.Low, hunch.High],
                Nearly
            );
        }

        private static void Same(SlowFigures.Found slow, Strand strand)
        {
            Assert.Equal(slow.With, strand.Days);
            Assert.Equal(
                [slow.Chance, slow.Effect, slow.Low, slow.High],
                [strand.Chance, strand.Effect, strand.Low, strand.High],
                Nearly
            );
        }

        /// <summary>As near as thin slices come.</summary>
        private static bool Nearly(double one, double other) => Math.Abs(one - other) < 1e-5;
    }

    private sealed class ByHand(DemoLife life, DateOnly today)
    {
        private readonly List<Entry> entries = [.. life.Entries.Where(entry => entry.SupersededBy is null)];
        private readonly List<CheckIn> checkIns = [.. life.Words.OfType<CheckIn>().OrderBy(word => word.At)];

        /// <summary>By tenth: how often something was said of it, and how often the aim was reached.</summary>
        public List<(int Tenths, int Times, int Kept)> Promises()
        {
            var bands = new SortedDictionary<int, (int Times, int Kept)>();
            foreach (var entry in entries)
            {
                if (
                    entry.Kind != StepKind.Moment
                    && entry.Bars.TargetChance > 0
                    && entry.Outcome is Outcome.Won or Outcome.NotToday
                )
                {
                    var tenths = (int)Math.Floor((entry.Bars.TargetChance * 10) + 0.5);
                    var (times, kept) = bands.GetValueOrDefault(tenths);
                    var reached = entry is { Outcome: Outcome.Won, Tier: Tier.Target or Tier.Stretch };
                    bands[tenths] = (times + 1, kept + (reached ? 1 : 0));
                }
            }

            return [.. bands.Select(band => (band.Key, band.Value.Times, band.Value.Kept))];
        }

        public ((double Won, double InTheWay) Best, (double Won, double InTheWay) Worst)? Fifths()
        {
            var days = new List<(int Mood, double Won, double InTheWay)>();
            foreach (var day in Looked())
            {
                var said = checkIns.FindAll(word => word.Day == day);
                var hindered = said.Exists(word => InTheWay.Any(word.Answers.ContainsKey));
                var helped = said.Exists(word => Beside.Any(word.Answers.ContainsKey));
                if (Rating(day, "mood") is { } mood && (hindered || helped))
                {
                    days.Add((mood, WinsOn(day) > 0 ? 1 : 0, hindered ? 1 : 0));
                }
            }

            return days.Count < 28
                ? null
                : (Fifth(days.OrderByDescending(day => day.Mood)), Fifth(days.OrderBy(day => day.Mood)));
        }

        public (double? Fewer, double? Usual, double? More) Evenings(string question)
        {
            var rated = Looked()
                .Where(day => new[] { "mood", "motivation", "solving" }.Any(other => Rating(day, other) is not null))
                .ToList();
            var wins = rated.ConvertAll(WinsOn);
            wins.Sort();
            var usual = wins.Count == 0 ? 0 : wins[wins.Count / 2];
            return (
                Mean(rated.FindAll(day => WinsOn(day) < usual)),
                Mean(rated.FindAll(day => WinsOn(day) == usual)),
                Mean(rated.FindAll(day => WinsOn(day) > usual))
            );

            double? Mean(List<DateOnly> days)
            {
                var known = days.ConvertAll(day => Rating(day, question)).OfType<int>().ToList();
                return known.Count < 8 ? null : Math.Round(known.Sum() / (double)known.Count, 9);
            }
        }

        private IEnumerable<DateOnly> Looked() => Enumerable.Range(1, Days).Select(ago => today.AddDays(-ago));

        private int WinsOn(DateOnly day) =>
            entries.Count(entry => entry.Day == day && entry.Outcome == Outcome.Won)
            + life.Words.OfType<NoticedWin>().Count(noticed => noticed.Day == day);

        private int? Rating(DateOnly day, string question)
        {
            int? rating = null;
            foreach (var word in checkIns)
            {
                if (word.Day == day && word.Answers.TryGetValue(question, out var answer))
                {
                    rating = answer.Rating;
                }
            }

            return rating;
        }

        /// <summary>Of the days that are tied at the edge of the fifth each counts the part that fits.</summary>
        private static (double Won, double InTheWay) Fifth(IEnumerable<(int Mood, double Won, double InTheWay)> sorted)
        {
            var days = sorted.ToList();
            var size = (int)Math.Ceiling(days.Count / 5.0);
            var edge = days[size - 1].Mood;
            var sure = days.TakeWhile(day => day.Mood != edge).ToList();
            var tied = days.FindAll(day => day.Mood == edge);
            var part = (size - sure.Count) / (double)tied.Count;
            return (
                (sure.Sum(day => day.Won) + (part * tied.Sum(day => day.Won))) / size,
                (sure.Sum(day => day.InTheWay) + (part * tied.Sum(day => day.InTheWay))) / size
            );
        }
    }
}
