using Cairn.Harness;
using Xunit;

namespace Cairn.Ladders;

/// <summary>What is off in a file is said with its line, and what is sound is read as it stands.</summary>
[InAnyZone]
public sealed class LadderFileTests
{
    private const string Odd = "[]{}:-&*!|>'\"#%@`,\n\t 0a";

    private const string Sound = """
        id: tea
        unit: { en: cups, de: Tassen }
        scale: whole
        start: { floor: 1, target: 8, stretch: 12 }
        title: { en: A cup of tea, de: Eine Tasse Tee }
        good-for: { en: Warm hands, de: Warme Hände }
        rungs:
          - { amount: 1, en: Put the kettle on, de: Setz Wasser auf }
          - { amount: 2, en: Choose a cup, de: Such eine Tasse aus }
          - { amount: 4, en: Sit down with it, de: Setz dich damit hin }
          - { amount: 8, en: Drink it while it is warm, de: Trink sie warm }
          - { amount: 12, en: Invite a neighbour, de: Lad jemanden ein }
        cues:
          - { en: I come home, de: ich heimgekommen bin }
          - { en: I wake up, de: ich aufgewacht bin }
          - { en: I have had lunch, de: ich gegessen habe }
        environment:
          - { en: Put the cup beside the kettle, de: Stell die Tasse neben den Kocher }
          - { en: Fill the kettle tonight, de: Füll den Kocher heute Abend }
        obstacles:
          - if: { en: the tea is gone, de: kein Tee da ist }
            then: { en: Drink hot water, de: Trink heißes Wasser }
          - if: { en: it is late, de: es spät ist }
            then: { en: Smell the tea, de: Riech am Tee }
        search:
          en: [a, b, c, d, e, f, g, tea]
          de: [a, b, c, d, e, f, g, Tee]
        """;

    [Fact]
    public void A_sound_file_is_read_as_it_stands()
    {
        var (ladder, faults) = LadderFile.Read("health", "tea.yaml", Sound);

        Assert.Empty(faults);
        Assert.Equal(("tea", "health", 5), (ladder!.Id, ladder.Area, ladder.Rungs.Count));
        Assert.Equal(new Start(1, 8, 12), ladder.Start);
        Assert.Equal(new Rung(8, new Said("Drink it while it is warm", "Trink sie warm")), ladder.Rungs[3]);
        Assert.Equal(["come home", "wake up", "have had lunch"], ladder.CuesHere);
    }

    [Theory]
    [InlineData("id: tea", "id: coffee", 1, "must be the file's name")]
    [InlineData("scale: whole", "scale: heaps", 3, "minutes, whole or fine")]
    [InlineData("scale: whole", "scale: whole\ncolour: red", 4, "\"colour\" is not known in a ladder")]
    [InlineData("scale: whole", "scale: whole\nscale: whole", 4, "stands twice")]
    [InlineData("amount: 2, en", "amuont: 2, en", 9, "\"amuont\" is not known in a rung; there are amount, en, de")]
    [InlineData("amount: 2, en", "amount: -2, en", 9, "a number above 0")]
    [InlineData("amount: 2, en", "amount: NaN, en", 9, "a number above 0")]
    [InlineData("amount: 4, en", "amount: 2, en", 8, "rung 3 must be more than rung 2")]
    [InlineData("amount: 4, en", "amount: 3.5, en", 4, "whole numbers only")]
    [InlineData("floor: 1, target: 8", "floor: 1, target: 7", 4, "at most 0.93")]
    [InlineData("floor: 1,", "floor: 0.5,", 4, "it must be the first rung")]
    [InlineData("target: 8, stretch: 12", "target: 8, stretch: 7", 4, "must rise")]
    [InlineData("unit: { en: cups, de: Tassen }", "unit: { en: cups }", 2, "unit lacks de")]
    [InlineData("unit: { en: cups, de: Tassen }", "unit: cups", 2, "unit needs keys with values")]
    [InlineData("unit: { en: cups, de: Tassen }", "unit: { en: cups, de: '' }", 2, "has 0 letters")]
    [InlineData("  - { en: I wake up, de: ich aufgewacht bin }\n", "", 14, "cues has 2 entries; it needs 3")]
    [InlineData("en: [a, b,", "en: [b,", 26, "search in English has 7 entries; it needs 8 to 20")]
    [InlineData("scale: whole", "scale: whole\nenough: 3", 4, "cannot be below the stretch")]
    [InlineData("scale: whole", "scale: whole\nsources: [a friend]", 4, "\"a friend\" is no source")]
    [InlineData("en: Warm hands", "en: [", 6, "no YAML")]
    [InlineData("en: Warm hands", "en: *nobody", 6, "must be text")]
    [InlineData("id: tea\n", "", 1, "a ladder lacks id")]
    public void What_is_off_is_said_with_file_and_line(string sound, string off, int line, string says)
    {
        var text = Sound.Replace(sound, off, StringComparison.Ordinal);
        Assert.NotEqual(Sound, text);

        var (ladder, faults) = LadderFile.Read("health", "tea.yaml", text);

        Assert.Null(ladder);
        Assert.Contains(
            faults,
            fault =>
                fault.StartsWith($"health/tea.yaml, line {line}: ", StringComparison.Ordinal)
                && fault.Contains(says, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_text_however_odd_leads_it_astray()
    {
        var odd = new Random(7);
        var rounds = LongRun.IsOn ? 20_000 : 100;
        for (var round = 0; round < rounds; round++)
        {
            var letters = Sound.ToCharArray();
            for (var slip = odd.Next(1, 6); slip > 0; slip--)
            {
                letters[odd.Next(letters.Length)] = Odd[odd.Next(Odd.Length)];
            }

            var (ladder, faults) = LadderFile.Read("health", "tea.yaml", new string(letters));
            Assert.Equal(ladder is null, faults.Count > 0);
        }

        foreach (
            var deep in new[]
            {
                new string('[', 60_000),
                string.Concat(Enumerable.Repeat("{a: ", 15_000)),
                "",
                "#",
                "- a",
                "id",
            }
        )
        {
            Assert.NotEmpty(LadderFile.Read("health", "tea.yaml", deep).Faults);
        }
    }
}
