using System.Text;
using Xunit;

namespace Cairn.Transfer.Daylio;

public sealed class DaylioTests
{
    [Theory]
    [InlineData(
        "full_date,date,weekday,time,mood,activities,scales,note_title,note",
        "2026-03-02,2 Mar,Monday,20:15,good,\"walk | read\",\"sleep:\u00a03\",,hi"
    )]
    [InlineData(
        "full_date,date,weekday,time,mood,activities,note_title,note",
        "2026-03-02,2. März,Montag,8:15 pm,gut,\"walk | read\",,hi"
    )]
    [InlineData("year,date,weekday,time,mood,activities,note", "2026,2. März,Montag,20:15,gut,walk | read,hi")]
    [InlineData("year,date,weekday,time,mood,activities,note", "2026,March 2,Monday,8:15 pm,good,walk | read,hi")]
    public void Each_generation_is_read_by_the_names_of_its_columns(string header, string row)
    {
        var told = Foreign.Tell($"\uFEFF{header}\r\n{row}\r\n", ("activity:walk", "step"));

        Assert.Equal("daylio", told.Format);
        Assert.Equal(["2026-03-02 Won Target"], Assert.Single(told.Goals).Days());
        Assert.Equal(["activity:walk", "activity:read"], told.Questions.Select(question => question.Key));
        Assert.Empty(told.Skipped);
    }

    [Fact]
    public void Several_moments_of_a_day_are_one_day_and_nothing_becomes_a_step_unasked()
    {
        var none = Foreign.Tell(Samples.Daylio);
        var walk = Foreign.Tell(Samples.Daylio, ("activity:walk", "step"));

        Assert.Empty(none.Goals);
        Assert.Contains("2 moments", Assert.Single(none.Warnings), StringComparison.Ordinal);
        Assert.Equal(["2026-03-03 Won Target"], walk.Goals[0].Days());
    }

    [Fact]
    public void Notes_lose_their_markup_and_keep_their_words() =>
        Assert.Equal(
            "called a friend\n\"nice\" & <3",
            DaylioText.Plain("", "called a friend<br>\"nice\" &amp; <b>&lt;3</b>")
        );

    [Fact]
    public void A_byte_order_mark_in_UTF_16_is_no_obstacle() =>
        Assert.Equal(
            "daylio",
            Foreign.Tell([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Samples.Daylio)]).Format
        );
}
