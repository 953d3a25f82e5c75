using Xunit;

namespace Cairn.History;

public sealed class TextMatchTests
{
    [Theory]
    [InlineData("müde", "Heute MÜDE, und trotzdem")]
    [InlineData("MÜDE", "müde")]
    [InlineData("mude", "müde")]
    [InlineData("müde", "mu\u0308de")]
    [InlineData("strasse", "Über die Straße")]
    [InlineData("ÄRGER", "kein ärger")]
    [InlineData("walk rain", "It RAINED; a walk all the same")]
    [InlineData("", "anything")]
    public void Words_are_found_as_people_read_them(string looked, string text) =>
        Assert.True(new TextMatch(looked).Fits(text));

    [Theory]
    [InlineData("walk snow", "It rained; a walk all the same")]
    [InlineData("müde", "mies")]
    public void Each_word_has_to_be_there(string looked, string text) => Assert.False(new TextMatch(looked).Fits(text));

    [Fact]
    public void One_word_may_be_in_the_name_and_another_in_the_note() =>
        Assert.True(new TextMatch("walk rain").Fits("Walk", null, "It rained"));

    [Fact]
    public void What_was_found_is_marked_and_nothing_of_the_text_is_lost()
    {
        const string text = "Müde, so MU\u0308DE, und eine Straße";
        var parts = new TextMatch("müde strasse").PartsOf(text);

        Assert.Equal(text, string.Concat(parts.Select(part => part.Text)));
        Assert.Equal(["Müde", "MU\u0308DE", "Straße"], parts.Where(part => part.IsFound).Select(part => part.Text));
    }
}
