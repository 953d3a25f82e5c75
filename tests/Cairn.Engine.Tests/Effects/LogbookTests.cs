using Cairn.Engine.Effects;
using Xunit;
using static Cairn.Engine.Tests.Effects.Diaries;

namespace Cairn.Engine.Tests.Effects;

public sealed class LogbookTests
{
    [Fact]
    public void Pages_come_in_any_order()
    {
        Page[] pages =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(day => new Page(First.AddDays(day), Scatter(day), null, null, null, [Coin(day)])),
        ];
        Assert.Equal(
            Hunches.Weigh(Logbook.Of([Walk], pages)),
            Hunches.Weigh(Logbook.Of([Walk], pages.OrderBy(page => page.Day.DayNumber * 7 % 60)))
        );
    }

    [Fact]
    public void Two_pages_of_one_day_are_refused()
    {
        var page = new Page(First, 1, null, null, null, []);
        Assert.Throws<ArgumentException>(() => Logbook.Of([Walk], [page, page]));
    }

    [Fact]
    public void A_rating_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => Logbook.Of([Walk], [new Page(First, double.NaN, null, null, null, [])]));

    [Fact]
    public void Answers_for_another_number_of_actions_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Logbook.Of([Walk], [new Page(First, 1, null, null, null, [true, false])])
        );
}
