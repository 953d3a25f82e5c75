using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;
using Xunit;
using static Cairn.Engine.Tests.Momentum.Walked;

namespace Cairn.Engine.Tests.Momentum;

public sealed class MomentumLineTests
{
    private static double NowOf(string rhythm, string days) =>
        MomentumLine.Of(Step(rhythm, days), Day(days.Length - 1)).Now;

    [Fact]
    public void Today_counts_once_it_was_answered()
    {
        Assert.Equal(NowOf("daily", "xx"), NowOf("daily", "xx."), 12);
        Assert.True(NowOf("daily", "xxx") > NowOf("daily", "xx."));
        Assert.True(NowOf("daily", "xxm") < NowOf("daily", "xx."));
        Assert.Equal(NowOf("daily", "xxm"), Over("daily", "xx.").Now, 12);
    }

    [Fact]
    public void Today_says_whether_it_counts()
    {
        Assert.Equal([true, true, false], Over("daily", "x.").Days.Select(day => day.Counts));
        Assert.Equal([true, false, true], MomentumLine.Of(Step("daily", "xrm"), Day(2)).Days.Select(day => day.Counts));
    }

    [Fact]
    public void A_miss_dents_it_and_nothing_resets_it()
    {
        var line = Over("daily", "x".Times(60) + ".".Times(30));
        Assert.InRange(line.Now, 15, 25);
        Assert.All(line.Days[60..90], day => Assert.InRange(day.Change, -6, 0));
    }

    [Theory]
    [InlineData("r")]
    [InlineData("v")]
    [InlineData("p")]
    public void Days_off_carry_it_unchanged_and_fill_no_place_in_a_quota(string off)
    {
        foreach (var rhythm in new[] { "daily", "3/week", "mon wed fri" })
        {
            var before = Values(rhythm, "x.x.x..");
            Assert.Equal(before[^1], Values(rhythm, "x.x.x.." + off.Times(21))[^1]);
        }

        Assert.Equal(Values("3/week", "xxx.x")[^1], Values("3/week", "xx" + off.Times(15) + "x.x")[^1], 1e-12);
    }

    [Fact]
    public void Named_days_stand_for_the_days_up_to_the_next()
    {
        // A full week of three named days, and a full week of a quota: the same seven days of (1 - m).
        var keep = Recurrence.Keep(3.0 / 7);
        Assert.Equal(1 - Math.Pow(keep, 7), Values("mon wed fri", "x.x.x..")[^1], 1e-12);
        Assert.Equal(1 - Math.Pow(keep, 7.0 / 3), Values("mon wed fri", "x......")[0], 1e-12);
        Assert.Equal(1 - Math.Pow(Recurrence.Keep(0.25), 8), Values("every 4 days", "x...x..")[^1], 1e-12);
    }

    [Fact]
    public void Days_between_named_days_change_nothing_whatever_is_said()
    {
        var values = Values("mon fri", "x.m.x..");
        Assert.Equal(values[0], values[3]);
        Assert.Equal(values[4], values[6]);
    }

    [Fact]
    public void A_win_on_another_day_counts_like_one_on_a_named_day()
    {
        Assert.Equal(Values("mon fri", "x......")[0], Values("tue fri", "x......")[0], 1e-12);
        Assert.True(Over("mon fri", "xx.....").Now > Over("mon fri", "x......").Now);
    }

    [Theory]
    [InlineData("daily", "xxRxx", "xxxxx")]
    [InlineData("mon wed fri", "x.R.x", "x.x.x")]
    public void A_win_on_a_day_off_is_a_win(string rhythm, string rested, string won) =>
        Assert.Equal(Over(rhythm, won).Now, Over(rhythm, rested).Now, 1e-12);

    [Fact]
    public void A_win_on_a_day_off_is_one_of_a_quotas_wins_and_takes_no_place()
    {
        var (without, with) = (Values("2/week", "x..r..............."), Values("2/week", "x..R..............."));
        Assert.Equal(without[..4], with[..4]);
        Assert.All(without.Zip(with).Skip(4), both => Assert.True(both.Second > both.First));

        // Fourteen places hold the first win until day 14: the rest between them is none of them.
        Assert.True(without[14] > without[13] * Recurrence.Keep(2.0 / 7) + 1e-9);
        Assert.Equal(without[14] * Recurrence.Keep(2.0 / 7), without[15], 1e-12);
        Assert.Equal(Recurrence.Next(with[13], 2.0 / 7, 0.5), with[14], 1e-12);
        Assert.Equal(Recurrence.Next(with[14], 2.0 / 7, 0.25), with[15], 1e-12);
    }

    [Fact]
    public void An_open_step_of_today_neither_helps_nor_hurts()
    {
        StepHistory[] Steps(string walk, string read) => [Step("daily", "xxx" + walk), Step("3/week", "x.x" + read)];
        double Now(string walk, string read) => MomentumLine.Of(Steps(walk, read), Day(3)).Now;

        Assert.Equal(MomentumLine.Of(Steps(".", "."), Day(2)).Now, Now(".", "."));
        Assert.True(Now("x", ".") > Now(".", "."));
        Assert.True(Now("x", "x") >= Now("x", "."));
        Assert.True(Now("m", ".") < Now(".", "."));
        Assert.True(Now("m", "x") > Now("m", "."));

        // Of two daily steps one is answered: half of the day is over.
        var half = MomentumLine.Of([Step("daily", "xxm"), Step("daily", "xx.")], Day(2));
        var keep = Recurrence.Keep(1);
        Assert.Equal(Over("daily", "xx").Days[1].Value * (1 + keep) / 2, half.Now, 1e-9);
    }

    [Fact]
    public void A_win_never_lowers_it_even_after_a_thin_stretch()
    {
        var line = Over("7/8 days", "x".Times(40) + ".".Times(14) + "x");
        Assert.Equal(0, line.Days[54].Change, 1e-12);
        Assert.True(line.Days[53].Change < 0);
    }

    [Fact]
    public void Moments_and_steps_put_away_have_none()
    {
        Assert.All(Over("none", "xx.x").Days, day => Assert.Equal((0, 0, false), (day.Value, day.Change, day.Counts)));
        var putAway = new StepHistory(
            new([new(Day(0), Rhythm.Daily), new(Day(5), Rhythm.None)]),
            [Day(0), Day(1), Day(2), Day(3), Day(4), Day(9)]
        );
        Assert.Equal(Values("daily", "xxxxx")[^1] * 100, MomentumLine.Of(putAway, Day(30)).Now, 1e-12);
        Assert.Empty(MomentumLine.Of([], Day(3)).Days);
        Assert.Equal(0, MomentumLine.Of([], Day(3)).Now);
        Assert.Empty(MomentumLine.Of([], Day(3)).MadeOf(Day(2)));
        Assert.Throws<ArgumentNullException>(() => MomentumLine.Of((IEnumerable<StepHistory>)null!, Day(3)));
    }

    [Fact]
    public void A_new_rhythm_changes_no_day_before_it()
    {
        var daily = Step("daily", "x".Times(20));
        var weekly = daily with { Plan = new([new(Day(0), Rhythm.Daily), new(Day(10), Rhythm.PerWeek(3))]) };
        Assert.Equal(MomentumLine.Of(daily, Day(9)).Days, MomentumLine.Of(weekly, Day(20)).Days[..10]);
        Assert.NotEqual(MomentumLine.Of(daily, Day(20)).Now, MomentumLine.Of(weekly, Day(20)).Now);
    }

    [Fact]
    public void A_quota_remembers_the_wins_from_before_it_was_one()
    {
        StepHistory daily = Step("daily", "x".Times(40));
        var changed = daily with { Plan = new([new(Day(0), Rhythm.Daily), new(Day(30), Rhythm.PerWeek(3))]) };
        var line = MomentumLine.Of(changed, Day(40));
        Assert.Equal(Recurrence.Next(line.Days[29].Value / 100, 3.0 / 7, 1) * 100, line.Days[30].Value, 1e-9);
    }

    [Fact]
    public void A_continued_line_says_what_it_was_continued_from()
    {
        var whole = Over("3/week", "x.x.x..");
        var rest = MomentumLine.Continue([Step("3/week", "x.x.x..")], Day(7), whole.Days[4]);
        Assert.Equal(whole.Days[4].Value, rest.On(Day(4)));
        Assert.Equal(whole.Days[6].Value, rest.On(Day(6)), 1e-9);
        Assert.Equal(whole.Now, rest.Now, 1e-9);
        Assert.Equal(50, MomentumLine.Continue([], Day(3), new(Day(2), 50, 0, false, false)).Now);
        Assert.Throws<ArgumentNullException>(() => MomentumLine.Continue(null!, Day(3), whole.Days[4]));
    }

    [Fact]
    public void It_is_asked_for_any_day()
    {
        var line = Over("daily", "xxx");
        Assert.Equal(0, line.On(Day(-1)));
        Assert.Equal(line.Days[0].Value, line.On(Day(0)));
        Assert.Equal(line.Days[2].Value, line.On(Day(2)));
        Assert.Equal(line.Now, line.On(Day(99)));
        Assert.Equal(0, MomentumLine.Of([], Day(3)).On(Day(3)));
    }

    [Fact]
    public void Nothing_that_comes_later_than_today_matters() =>
        Assert.Equal(
            MomentumLine.Of(Step("daily", "xx."), Day(2)).Days,
            MomentumLine.Of(Step("daily", "xx.xxxx"), Day(2)).Days
        );

    [Fact]
    public void It_names_the_wins_that_it_is_made_of()
    {
        var line = Over("daily", "x.xm");
        var keep = Recurrence.Keep(1);
        var parts = line.MadeOf(Day(3));
        Assert.Equal([Day(2), Day(0)], parts.Select(part => part.Day));
        Assert.Equal(100 * (1 - keep) * keep, parts[0].Points, 1e-9);
        Assert.Equal(100 * (1 - keep) * keep * keep * keep, parts[1].Points, 1e-9);
        Assert.Equal([Day(0)], line.MadeOf(Day(1)).Select(part => part.Day));
        Assert.Empty(line.MadeOf(Day(-1)));
        Assert.Equal(line.MadeOf(Day(4)), line.MadeOf(Day(99)));
    }

    [Fact]
    public void The_wins_of_a_quota_share_what_they_give_together()
    {
        var parts = Over("2/week", "x..x...").MadeOf(Day(6));
        Assert.Equal([Day(0), Day(3)], parts.Select(part => part.Day));
        Assert.Equal(Over("2/week", "x..x...").Now, parts.Sum(part => part.Points), 1e-9);

        // Two wins on rests count from the same day on, and so for the same: the earlier one comes first.
        Assert.Equal([Day(0), Day(1)], Over("2/week", "RR..").MadeOf(Day(3)).Select(part => part.Day));
    }

    [Fact]
    public void It_names_the_days_that_moved_it_most()
    {
        var line = Over("daily", "x".Times(30) + ".x");
        Assert.Equal([Day(30), Day(5), Day(6)], line.MovedBy(Day(32)).Select(day => day.Day));
        Assert.Equal([Day(0)], line.MovedBy(Day(20), most: 1).Select(day => day.Day));
        Assert.Equal([Day(31), Day(30)], line.MovedBy(Day(31), back: 2).Select(day => day.Day).OrderDescending());
        Assert.Empty(Over("daily", "xrrr").MovedBy(Day(3), back: 3));
    }

    [Fact]
    public void A_person_with_one_step_has_its_momentum()
    {
        foreach (var rhythm in new[] { "daily", "mon wed fri", "3/week", "every 2 days", "2/10 days" })
        {
            var step = Step(rhythm, "x.xxRrx..xxm.xv..p..x");
            Assert.Equal(MomentumLine.Of(step, Day(20)).Days, MomentumLine.Of([step], Day(20)).Days);
        }
    }

    [Fact]
    public void Over_many_steps_the_share_of_the_day_counts()
    {
        var half = MomentumLine.Of([Step("daily", "xxx"), Step("daily", "...")], Day(3));
        Assert.Equal(Over("daily", "xxx").Days[2].Value / 2, half.Days[2].Value, 1e-9);
    }

    [Fact]
    public void A_step_that_rests_leaves_the_day_to_the_others()
    {
        var both = MomentumLine.Of([Step("daily", "xxxx"), Step("daily", "rrrp")], Day(4));
        Assert.Equal(Over("daily", "xxxx").Days[3].Value, both.Days[3].Value, 1e-9);
    }

    [Fact]
    public void A_new_step_takes_nothing_away()
    {
        var old = Step("daily", "x".Times(40));
        var young = new StepHistory(new(Rhythm.Daily, Day(40)), []);
        Assert.Equal(MomentumLine.Of(old, Day(40)).Now, MomentumLine.Of([old, young], Day(40)).Now, 1e-9);
    }

    [Fact]
    public void A_day_with_a_named_day_weighs_more_than_one_without()
    {
        var steps = new[] { Step("daily", ".".Times(14)), Step("wed", ".".Times(14)) };
        var line = MomentumLine.Of(steps.Append(Step("daily", "x".Times(14))), Day(14));
        var perDay = 2 + (1.0 / 7);
        Assert.Equal(1 - Math.Pow(Recurrence.Keep(1), 2 / perDay), line.Days[0].Value / 50, 1e-9);
        var keep = Math.Pow(Recurrence.Keep(1), 3 / perDay);
        Assert.Equal((line.Days[1].Value * keep) + (100.0 / 3 * (1 - keep)), line.Days[2].Value, 1e-9);
    }
}
