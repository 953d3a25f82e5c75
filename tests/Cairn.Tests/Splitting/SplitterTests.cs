using System.Globalization;
using Cairn.Data;
using Cairn.Harness;
using Cairn.Ladders;
using Xunit;

namespace Cairn.Splitting;

[InAnyZone]
public sealed class SplitterTests
{
    private static readonly string[] Tasks =
    [
        "Steuererklärung",
        "Write the thesis",
        new('x', 200),
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 18)),
        "كتابة الرسالة",
        "{0} {1} <script>",
    ];

    public static TheoryData<Blocker, string> Ways =>
        [
            .. Enum.GetValues<Blocker>()
                .SelectMany(blocker => new[] { "en", "de" }.Select(language => (blocker, language))),
        ];

    [Theory, MemberData(nameof(Ways))]
    public void Every_leaf_begins_with_a_verb_and_fits_into_one_sitting(Blocker blocker, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var verbs = language == "de" ? Verbs.German : Verbs.English;
        foreach (var (task, minutes, sitting) in Cases())
        {
            foreach (var leaf in Leaves(Splitter.Split(blocker, task, minutes, sitting)))
            {
                Assert.InRange(leaf.Minutes, 1, Math.Max(Splitter.LeastSitting, sitting));
                Assert.InRange(leaf.Text.Length, 1, CairnDb.TitleLength);
                Assert.True(verbs.Contains(leaf.Text.Split(' ', ',', ':')[0]), leaf.Text);
            }
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public void There_are_never_more_than_twelve_leaves_and_a_long_task_gets_groups(Blocker blocker, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        foreach (var (task, minutes, sitting) in Cases())
        {
            var drafts = Splitter.Split(blocker, task, minutes, sitting);
            Assert.InRange(Leaves(drafts).Count, 3, Splitter.MostLeaves);
            Assert.Equal(0, drafts[0].Depth);
            Assert.All(drafts.Zip(drafts.Skip(1)), pair => Assert.True(pair.Second.Depth <= pair.First.Depth + 1));
            Assert.True(minutes is null or < 60 * 60 || drafts.Any(draft => draft.Depth == 1), "no group");
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public void It_begins_with_the_first_two_minutes(Blocker blocker, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        foreach (var (task, minutes, sitting) in Cases())
        {
            var first = Leaves(Splitter.Split(blocker, task, minutes, sitting))[0];
            Assert.Equal((Splitter.FirstTwoMinutes(blocker, task), 2), (first.Text, first.Minutes));
        }
    }

    [Fact]
    public void Each_blocker_is_answered_in_its_own_way()
    {
        var ways = Enum.GetValues<Blocker>()
            .Select(blocker => string.Join('|', Splitter.Split(blocker, "Call", 30, 10).Select(leaf => leaf.Text)))
            .ToList();

        Assert.Equal(8, ways.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([3, 6, 10], Work(Blocker.Fear)[..3]); // nearer, a little at a time
        Assert.All(Work(Blocker.LowEnergy), minutes => Assert.Equal(5, minutes));
        Assert.All(Work(Blocker.Distraction), minutes => Assert.Equal(10, minutes));
    }

    [Fact]
    public void The_same_words_give_the_same_pieces() =>
        Assert.Equal(Splitter.Split(Blocker.Fear, "Call", 45, 5), Splitter.Split(Blocker.Fear, "Call", 45, 5));

    [Fact]
    public void A_leaf_that_is_too_large_is_divided_into_sittings_that_hold_all_of_it()
    {
        for (var minutes = 1; minutes < 120; minutes++)
        {
            var pieces = Splitter.Divide("Write the chapter", minutes, 12);
            Assert.Equal(2, pieces[0].Minutes);
            Assert.All(pieces, piece => Assert.InRange(piece.Minutes, 1, 12));
            Assert.InRange(pieces.Count, 2, Splitter.MostLeaves);
            Assert.True(pieces.Sum(piece => piece.Minutes) >= minutes);
        }
    }

    [Fact]
    public void However_small_a_sitting_is_no_minute_of_what_is_split_is_lost()
    {
        for (var sitting = 2; sitting < 30; sitting++)
        {
            for (var minutes = 3; minutes < 600; minutes += 7)
            {
                var pieces = Splitter.Divide("Write the chapter", minutes, sitting);
                Assert.True(pieces.Sum(piece => piece.Minutes) >= minutes, $"{minutes} by {sitting}");
                Assert.All(pieces.SkipLast(1), piece => Assert.InRange(piece.Minutes, 1, sitting));
            }
        }
    }

    [Fact]
    public void A_long_name_is_cut_between_letters_and_never_through_one()
    {
        var text = Splitter.Split(Blocker.TooBig, Tasks[3], null, 5)[0].Text;

        Assert.DoesNotContain(
            text,
            letter => char.IsSurrogate(letter) && !text.Contains("👩‍👩‍👧‍👦…", StringComparison.Ordinal)
        );
        Assert.Equal(text, new string([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]));
    }

    /// <summary>The minutes of the rounds of ten-minute work on half an hour.</summary>
    private static List<int> Work(Blocker blocker) =>
        [
            .. Splitter
                .Split(blocker, "Call", 30, 10)
                .Where(draft =>
                    draft.Text.EndsWith("of 3", StringComparison.Ordinal)
                    || draft.Text.EndsWith("of 4", StringComparison.Ordinal)
                )
                .Select(draft => draft.Minutes),
        ];

    private static IEnumerable<(string Task, int? Minutes, int Sitting)> Cases() =>
        from task in Tasks
        from minutes in new int?[] { null, 1, 10, 30, 60, 180, 600, 6000 }
        from sitting in new[] { 1, 2, 3, 5, 8, 12, 25, 60 }
        select (task, minutes, sitting);

    private static List<Draft> Leaves(IReadOnlyList<Draft> drafts) =>
        [.. drafts.Where((draft, i) => i == drafts.Count - 1 || drafts[i + 1].Depth <= draft.Depth)];
}
