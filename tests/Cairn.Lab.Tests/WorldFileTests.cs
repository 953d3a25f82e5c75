using Xunit;

namespace Cairn.Lab.Tests;

public sealed class WorldFileTests
{
    [Fact]
    public void A_world_in_a_file_changes_what_it_names_and_nothing_else()
    {
        var world = WorldFile.Parse("""{ "name": "short nights", "noise": 0.7, "go": 0.2 }""");
        Assert.Equal(World.Base with { Name = "short nights", Noise = 0.7, Go = 0.2 }, world);
    }

    [Theory]
    [InlineData("""{ "noize": 0.7 }""")]
    [InlineData("""{ "noise": -1 }""")]
    [InlineData("""{ "lapse": 1.5 }""")]
    [InlineData("""{ "go": "often" }""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public void A_world_that_makes_no_sense_is_refused_with_a_sentence(string json) =>
        Assert.NotEmpty(Assert.Throws<FormatException>(() => WorldFile.Parse(json)).Message);

    [Fact]
    public void Every_guess_of_the_sweep_changes_a_number_of_the_world()
    {
        foreach (var (name, times) in Guesses.Swept)
        {
            var before = Guesses.Of(World.Base).Single(guess => guess.Name == name).Value;
            var after = Guesses.Of(times(World.Base, 2)).Single(guess => guess.Name == name).Value;
            Assert.NotEqual(before, after);
        }
    }
}
