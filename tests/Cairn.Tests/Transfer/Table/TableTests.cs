using System.Text;
using Xunit;

namespace Cairn.Transfer.Table;

public sealed class TableTests
{
    [Fact]
    public void A_row_for_each_step_and_day_is_read_in_German_writing()
    {
        var told = Foreign.Tell(Samples.Table);

        Assert.Equal("csv", told.Format);
        Assert.Equal(["2026-03-02 Won Floor 2.5 am Fluss", "2026-03-03 Won Target 3"], told.Goals[0].Days());
        Assert.Equal(("Laufen", "km"), (told.Goals[0].Title, told.Goals[0].Steps[0].Unit));
        Assert.Equal(
            ("Lesen", "Seiten", 20.0),
            (told.Goals[1].Title, told.Goals[1].Steps[0].Unit, told.Goals[1].Steps[0].Stated)
        );
        Assert.DoesNotContain(told.Questions, question => question.IsOpen);
    }

    [Fact]
    public void A_column_for_each_habit_is_read_too()
    {
        var told = Foreign.Tell(
            "Date,Stretch,Read,Remarks\n2026-03-02,x,20,nice day\n2026-03-03,,12,\n2026-03-04,skip,0,\n"
        );

        Assert.Equal(["Stretch", "Read"], told.Goals.Select(goal => goal.Title));
        Assert.Equal(["2026-03-02 Won Target", "2026-03-04 Rest"], told.Goals[0].Days());
        Assert.Equal(
            ["2026-03-02 Won Target 20", "2026-03-03 Won Floor 12", "2026-03-04 NotToday"],
            told.Goals[1].Days()
        );
    }

    [Theory]
    [InlineData("13/03/2025,03/04/2025", "2025-04-03")]
    [InlineData("03/13/2025,03/04/2025", "2025-03-04")]
    [InlineData("01.02.2025,03.04.2025", "2025-04-03")]
    [InlineData("2025-03-13,2025-03-04", "2025-03-04")]
    [InlineData("13 March 2025,4 März 2025", "2025-03-04")]
    [InlineData("\"March 13, 2025\",\"Tue, March 4, 2025\"", "2025-03-04")]
    [InlineData("20250313,20250304", "2025-03-04")]
    public void The_order_of_day_and_month_shows_in_the_dates(string dates, string second)
    {
        var rows = dates.Contains('"') ? dates.Split("\",\"").Select(d => $"\"{d.Trim('"')}\"") : dates.Split(',');
        var told = Foreign.Tell("Date,Walk\n" + string.Join('\n', rows.Select(date => $"{date},1")));

        Assert.DoesNotContain(told.Questions, question => question.IsOpen);
        Assert.Contains($"{second} Won Target", told.Goals[0].Days());
    }

    [Fact]
    public void Where_it_does_not_show_it_is_asked()
    {
        const string Text = "Date,Walk\n03/04/2025,1\n05/06/2025,1\n";

        Assert.Equal("dates", Assert.Single(Foreign.Tell(Text).Questions, question => question.IsOpen).Key);
        Assert.Equal("2025-03-04 Won Target", Foreign.Tell(Text, ("dates", "mdy")).Goals[0].Days()[0]);
        Assert.Equal("2025-04-03 Won Target", Foreign.Tell(Text, ("dates", "dmy")).Goals[0].Days()[0]);
    }

    [Fact]
    public void An_instant_in_UTC_is_not_taken_for_a_local_day()
    {
        const string Text = "Date,Walk\n2026-03-02T23:30:00Z,1\n";

        Assert.Equal("zone", Assert.Single(Foreign.Tell(Text).Questions, question => question.IsOpen).Key);
        Assert.Equal(["2026-03-03 Won Target"], Foreign.Tell(Text, ("zone", "Europe/Berlin")).Goals[0].Days());
        Assert.Equal(["2026-03-02 Won Target"], Foreign.Tell(Text, ("zone", "America/New_York")).Goals[0].Days());
    }

    [Theory]
    [InlineData("1,234", "1.234", null)]
    [InlineData("1.234", "1.234", null)]
    [InlineData("1.234,5", "1234.5", "")]
    [InlineData("1,234.5", "1234.5", "")]
    [InlineData("2,5", "2.5", "")]
    [InlineData("1'234'567", "1234567", "")]
    [InlineData("20 min", "20", "")]
    public void Numbers_are_read_as_they_were_written_or_asked_about(string number, string amount, string? decided)
    {
        var text = $"Date;Habit;Amount\n2026-03-02;Walk;{number}\n";
        var asked = Foreign.Tell(text);

        Assert.Equal(decided is null, asked.Questions.Any(question => question.IsOpen));
        var told = decided is null ? Foreign.Tell(text, ("decimal", number.Contains(',') ? "," : ".")) : asked;
        Assert.Equal([$"2026-03-02 Won Target {amount}"], told.Goals[0].Days());
    }

    [Fact]
    public void Words_that_Cairn_does_not_know_are_asked_and_left_out_until_then()
    {
        const string Text = "Date,Habit,Status\n2026-03-02,Walk,done\n2026-03-03,Walk,super\n2026-03-04,Walk,nah\n";

        var before = Foreign.Tell(Text);
        var after = Foreign.Tell(Text, ("value:super", "yes"), ("value:nah", "no"));

        Assert.Equal(["2026-03-02 Won Target"], before.Goals[0].Days());
        Assert.Equal(["2026-03-02 Won Target", "2026-03-03 Won Target", "2026-03-04 NotToday"], after.Goals[0].Days());
    }

    [Fact]
    public void Columns_can_be_said_to_be_something_else()
    {
        const string Text = "When,What,How\n2026-03-02,Walk,20\n2026-03-03,Read,5\n";

        var told = Foreign.Tell(Text, ("column:What", "step"), ("column:How", "amount"));

        Assert.Equal(["Walk", "Read"], told.Goals.Select(goal => goal.Title));
        Assert.Equal(["2026-03-02 Won Target 20"], told.Goals[0].Days());
    }

    [Fact]
    public void Rows_of_one_day_add_up_and_the_same_row_twice_counts_once()
    {
        var told = Foreign.Tell(
            "Date,Habit,Amount,Time\n2026-03-02,Walk,10,8:00\n2026-03-02,Walk,20,18:00\n2026-03-02,Walk,20,18:00\n"
        );

        Assert.Equal(["2026-03-02 Won Target 30"], told.Goals[0].Days());
        Assert.Contains("same row", Assert.Single(told.Skipped).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16BE", ',')]
    [InlineData("windows-1252", ';')]
    [InlineData("utf-8", '|')]
    public void Encodings_delimiters_and_line_ends_are_found_out(string encoding, char delimiter)
    {
        var text = $"Tag{delimiter}Gewohnheit{delimiter}Notiz\r\n2026-03-02{delimiter}Spülen{delimiter}schön\r\n";
        var writing =
            (encoding == "windows-1252" ? CodePagesEncodingProvider.Instance : null)?.GetEncoding(encoding)
            ?? Encoding.GetEncoding(encoding);

        var told = Foreign.Tell([.. writing.GetPreamble(), .. writing.GetBytes(text)]);

        Assert.Equal("Spülen", told.Goals[0].Title);
        Assert.Equal(["2026-03-02 Won Target schön"], told.Goals[0].Days());
    }

    [Fact]
    public void Days_to_come_and_days_before_1990_are_left_and_named()
    {
        var told = Foreign.Tell(
            "Date,Habit\n2026-03-11,Walk\n1989-12-31,Walk\n2026-03-10,Walk\nsoon,Walk\n2026-03-09,\n2026-03-08,Walk\n2026-03-07,Walk\n2026-03-06,Walk\n"
        );

        Assert.Equal(4, told.Goals[0].Steps[0].Entries.Count);
        Assert.Equal(4, told.Skipped.Count);
    }

    [Theory]
    [InlineData("just some words, and more of them\nwithout any days, at all\n")]
    [InlineData("a;b;c\n1;2;3\n")]
    [InlineData("# A heading\n\nText.\n")]
    public void Text_without_days_is_nothing_that_Cairn_can_read(string text)
    {
        var refusal = Assert.Throws<UnusableFileException>(() => Foreign.Tell(text));

        Assert.Contains("nothing that Cairn can read", refusal.Message, StringComparison.Ordinal);
    }
}
