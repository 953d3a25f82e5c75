using Cairn.Lab.Effects;
using Cairn.Lab.Report;
using Xunit;

namespace Cairn.Lab.Tests.Effects;

/// <summary>The six conditions of evidence 4.4, with fixed people; many more of them under CAIRN_LONG=1.</summary>
public sealed class EffectsLabTests
{
    private const int Seed = 2026;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1";
    private static readonly int People = IsLong ? 4_000 : 400;

    // The bands around five per cent are narrow: 400 people would leave one of them by chance alone.
    private static readonly int Tossing = IsLong ? 4_000 : 1_200;

    private static void Hold(IEnumerable<LabRow> rows) =>
        Assert.All(rows, row => Assert.True(row.Holds, row.ToString()));

    [Fact]
    public void Where_nothing_matters_hardly_anything_is_shown() => Hold(EffectsLab.Nothing(People, Seed));

    [Fact]
    public void What_is_shown_is_mostly_true_and_not_much_exaggerated() => Hold(EffectsLab.Honest(People, Seed));

    [Fact]
    public void A_morning_rating_cures_what_the_morning_does_and_without_one_the_card_says_so() =>
        Hold(EffectsLab.Morning(People, Seed));

    [Fact]
    public void A_coin_finds_what_is_there_and_nothing_else() => Hold(EffectsLab.Coins(Tossing, Seed));

    [Fact]
    public void Three_looks_claim_no_more_than_one()
    {
        Assert.SkipUnless(IsLong, "All looks: CAIRN_LONG=1.");
        Hold(EffectsLab.Looks(People, Seed));
    }

    [Fact]
    public void On_scrambled_evenings_nothing_is_shown() => Hold(EffectsLab.Shuffled(People, Seed));

    [Fact]
    public void Silence_on_bad_evenings_misleads_nobody() => Hold(EffectsLab.Silent(People, Seed));

    [Fact]
    public void With_many_actions_or_few_and_effects_small_or_large_it_stays_honest()
    {
        Assert.SkipUnless(IsLong, "All the wider worlds: CAIRN_LONG=1.");
        Hold(EffectsLab.Wider(People / 4, Seed));
        Hold(EffectsLab.Faces(People / 4, Seed));
    }

    [Fact]
    public void The_plain_correlation_is_misled_by_the_same_people() =>
        Assert.All(EffectsLab.Usual(People / 4, Seed), row => Assert.True(row.Result > 0.15, row.ToString()));
}
