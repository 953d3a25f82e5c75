using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;
using CsCheck;
using Xunit;
using static Cairn.Engine.Tests.Momentum.Walked;

namespace Cairn.Engine.Tests.Momentum;

/// <summary>What must hold whatever somebody does.</summary>
public sealed class MomentumProperties
{
    private static readonly long Cases = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1" ? 10_000 : 300;

    private static readonly Gen<string> Rhythms = Gen.OneOf(
        Gen.Const("daily"),
        Gen.Int[1, 6].Select(times => $"{times}/week"),
        Gen.Int[2, 9].Select(days => $"every {days} days"),
        Gen.Int[1, 126].Select(days => Rhythm.On((Weekdays)days).ToString()),
        Gen.Int[2, 20].SelectMany(days => Gen.Int[1, days].Select(times => $"{times}/{days} days"))
    );

    private static readonly Gen<(string Rhythm, string Days)> Histories = Gen.Select(
        Rhythms,
        Gen.Char["xxxxx...mrvpR"].Array[40].Select(letters => new string(letters))
    );

    private static readonly Gen<(string Rhythm, string Days)[]> People = Histories.Array[1, 4];

    private static MomentumLine Line(IEnumerable<(string Rhythm, string Days)> steps, int today = 39) =>
        MomentumLine.Of(steps.Select(step => Step(step.Rhythm, step.Days)), Day(today));

    [Fact]
    public void It_stays_between_0_and_100_and_its_changes_add_up() =>
        People.Sample(
            steps =>
            {
                var line = Line(steps);
                Assert.Equal(40, line.Days.Length);
                Assert.All(line.Days, day => Assert.InRange(day.Value, 0, 100));
                Assert.Equal(line.Now, line.Days.Sum(day => day.Change), 1e-9);
                Assert.All(line.Days, day => Assert.True(day.Counts || day.Change == 0));
            },
            iter: Cases
        );

    [Fact]
    public void One_more_win_lowers_no_day_of_anybody() =>
        Gen.Select(People, Gen.Int[0, 3], Gen.Int[0, 39], Gen.Int[0, 39])
            .Sample(
                (steps, which, at, later) =>
                {
                    var today = Math.Min(39, at + later);
                    which %= steps.Length;
                    var before = Line(steps, today);
                    var days = steps[which].Days;
                    var won = days[at] is 'r' or 'v' or 'p' or 'R' ? 'R' : 'x';
                    (string, string)[] more = [.. steps];
                    more[which].Item2 = days[..at] + won + days[(at + 1)..];

                    // A reserve or a pause with a win is written as a rest with a win: the three weigh the same.
                    Assert.All(
                        Line(more, today).Days.Zip(before.Days),
                        both => Assert.True(both.First.Value >= both.Second.Value - 1e-9, $"{both}")
                    );
                },
                iter: Cases
            );

    [Fact]
    public void A_day_off_for_everything_repeats_the_day_before() =>
        People.Sample(
            steps =>
            {
                var days = Line(steps).Days;
                for (var day = 1; day < 40; day++)
                {
                    if (steps.All(step => step.Days[day] is 'r' or 'v' or 'p'))
                    {
                        Assert.Equal(days[day - 1].Value, days[day].Value);
                    }
                }
            },
            iter: Cases
        );

    [Fact]
    public void One_more_day_changes_no_day_before() =>
        Gen.Select(People, Gen.Int[1, 39])
            .Sample(
                (steps, today) =>
                    Assert.Equal(
                        Line(steps, today).Days.Take(today),
                        Line(steps, today + 1 < 40 ? today + 1 : today).Days.Take(today)
                    ),
                iter: Cases
            );

    [Fact]
    public void Continued_from_any_day_it_is_the_same_line() =>
        Gen.Select(People, Gen.Int[0, 38], Gen.Int[0, 39])
            .Sample(
                (steps, at, changed) =>
                {
                    StepHistory[] all =
                    [
                        .. steps.Select(step => Step(step.Rhythm, step.Days)),
                        new(
                            new([new(Day(0), Rhythm.Daily), new(Day(changed), Rhythm.PerWeek(3))]),
                            Step("daily", steps[0].Days).Wins
                        ),
                    ];
                    var whole = MomentumLine.Of(all, Day(39)).Days;
                    var rest = MomentumLine.Continue(all, Day(39), whole[at]).Days;
                    Assert.Equal(whole[(at + 1)..].Select(day => day.Day), rest.Select(day => day.Day));
                    Assert.All(
                        whole[(at + 1)..].Zip(rest),
                        both => Assert.Equal(both.First.Value, both.Second.Value, 1e-9)
                    );
                },
                iter: Cases
            );

    [Fact]
    public void The_wins_it_is_made_of_add_up_to_it_on_every_day() =>
        Gen.Select(People, Gen.Int[0, 39])
            .Sample(
                (steps, at) =>
                {
                    var line = Line(steps);
                    var parts = line.MadeOf(Day(at));
                    Assert.Equal(line.On(Day(at)), parts.Sum(part => part.Points), 1e-9);
                    Assert.All(parts, part => Assert.InRange(part.Points, 0, 100));
                    Assert.All(
                        parts,
                        part =>
                            Assert.Contains(
                                steps,
                                step => step.Days[part.Day.DayNumber - Monday.DayNumber] is 'x' or 'R'
                            )
                    );
                    Assert.Equal(parts.Length, parts.Select(part => part.Day).Distinct().Count());
                },
                iter: Cases
            );

    [Fact]
    public void The_order_in_which_wins_and_steps_are_told_does_not_matter() =>
        People.Sample(
            steps =>
                Line(steps)
                    .Days.Zip(Line(steps.Reverse()).Days)
                    .All(both => Math.Abs(both.First.Value - both.Second.Value) < 1e-9),
            iter: Cases
        );

    [Fact]
    public void A_daily_plan_without_days_off_is_the_published_score() =>
        Gen.Char["x."]
            .Array[1, 60]
            .Sample(
                letters =>
                    Assert.Equal(
                        LoopOracle.YesNo(1, 1, [.. letters.Select(day => (bool?)(day == 'x'))])[^1],
                        Values("daily", new(letters))[^1],
                        1e-12
                    ),
                iter: Cases
            );

    [Fact]
    public void A_quota_is_the_published_score_except_that_a_win_never_lowers_it() =>
        Gen.Select(
                Gen.Int[2, 14].SelectMany(days => Gen.Int[1, days - 1].Select(times => (times, days))),
                Gen.Char["x."].Array[1, 60]
            )
            .Sample(
                (rhythm, letters) =>
                {
                    var (times, days) = rhythm;
                    var score = LoopOracle.YesNo(times, days, [.. letters.Select(day => (bool?)(day == 'x'))]);
                    var ours = Values($"{times}/{days} days", new(letters));
                    var lowered = false;
                    for (var day = 0; day < ours.Length; day++)
                    {
                        lowered |= day > 0 && letters[day] == 'x' && score[day] < score[day - 1];
                        Assert.InRange(ours[day], score[day] - 1e-12, lowered ? 1 : score[day] + 1e-12);
                    }
                },
                iter: Cases
            );

    [Fact]
    public void Names_of_days_that_all_come_up_are_worth_what_a_quota_is_worth_in_the_end() =>
        Gen.Int[1, 126]
            .Sample(days =>
            {
                var named = (Weekdays)days;
                var week = string.Concat(Enumerable.Range(0, 7).Select(day => named.Has(Day(day)) ? 'x' : '.'));
                Assert.Equal(1, Values(Rhythm.On(named).ToString(), week.Times(60))[^1], 0.01);
            });
}
