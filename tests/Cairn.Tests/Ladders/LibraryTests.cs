using System.Text.RegularExpressions;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Cairn.Shell;
using Xunit;

namespace Cairn.Ladders;

/// <summary>Every ladder that comes with Cairn.</summary>
[InAnyZone]
public sealed partial class LibraryTests
{
    public static TheoryData<string> Ids => [.. Library.Ours.All.Select(ladder => ladder.Id)];

    [Fact]
    public void Each_file_keeps_to_the_schema_and_is_inside_the_program()
    {
        Assert.True(Library.Ours.Faults.Count == 0, string.Join('\n', Library.Ours.Faults));
        Assert.Equal(
            Directory
                .EnumerateFiles(Library.FolderOfFiles, "*", SearchOption.AllDirectories)
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal),
            Library.Ours.All.Select(ladder => ladder.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void There_are_at_least_forty_for_each_area() =>
        Assert.All(Areas.Given, area => Assert.True(Library.Ours.In(area).Count() >= 40, area));

    /// <summary>
    /// The chance is the one by which every size is chosen, given a start (docs/numbers/capacity.md): .90 on the dial means
    /// that. How often a newcomer starts at all, on about five days in six, is the same for every size: so no amount has a
    /// chance of .9 with it, and the first rung is held to what an amount can do.
    /// </summary>
    [Theory, MemberData(nameof(Ids))]
    public void The_first_rung_is_a_size_that_the_engine_itself_would_offer_to_a_newcomer_who_is_half_sure(string id)
    {
        var ladder = Library.Ours.Named(id)!;
        var (first, step) = (ladder.Rungs[0].Amount, Guid.CreateVersion7(Harness.TestCairn.Monday));
        var (evening, day) = (new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2));
        var halfSure = new StepBegan(
            evening,
            step,
            ladder.Start.Target,
            ladder.Scale,
            [new Ruler(ladder.Start.Target, 5)]
        );
        var belief = Belief.Of().After([halfSure], evening);

        var starts = belief.ChanceOn(day, step, 1e-9);
        var chance = belief.ChanceOn(day, step, first) / starts;

        Assert.True(chance >= .9, $"{first} of {ladder.Start.Target} has a chance of {chance:0.000}");
        Assert.InRange(starts, .8, .9); // the most that any amount has, however small
        var offered = belief.BarsOn(day, step, default, Dial.Steady);
        Assert.True(first <= offered.Target, $"{first} is more than the {offered.Target} that the engine aims at");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rungs_and_changes_begin_with_a_verb(string id)
    {
        var ladder = Library.Ours.Named(id)!;
        foreach (var said in ladder.Rungs.Select(rung => rung.Words).Concat(ladder.Environment))
        {
            Assert.True(
                Verbs.English.Contains(FirstWord(said.En)),
                $"\"{said.En}\" (or add the verb to {nameof(Verbs)})"
            );
            Assert.True(
                Verbs.German.Contains(FirstWord(said.De)),
                $"\"{said.De}\" (or add the verb to {nameof(Verbs)})"
            );
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Cues_read_on_after_After_I(string id)
    {
        foreach (var cue in Library.Ours.Named(id)!.Cues)
        {
            Assert.StartsWith("I ", cue.En, StringComparison.Ordinal);
            Assert.StartsWith("ich ", cue.De, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[.!?]$", cue.En);
            Assert.DoesNotMatch(@"[.!?]$", cue.De);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_unit_and_the_scale_say_the_same(string id)
    {
        var ladder = Library.Ours.Named(id)!;

        Assert.Equal(ladder.Scale == Scale.Minutes, Units.ScaleOf(ladder.Unit.En) == Scale.Minutes);
        Assert.Equal(ladder.Scale == Scale.Minutes, Units.ScaleOf(ladder.Unit.De) == Scale.Minutes);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Nothing_blames_or_touches_weight_calories_or_medication(string id)
    {
        var ladder = Library.Ours.Named(id)!;
        foreach (var text in Shown(ladder))
        {
            Assert.False(WordsTests.Blames(text), text);
        }

        foreach (var rung in ladder.Rungs)
        {
            Assert.False(EnglishBody().IsMatch(rung.Words.En), rung.Words.En);
            Assert.False(GermanBody().IsMatch(rung.Words.De), rung.Words.De);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_claim_has_its_source(string id)
    {
        var ladder = Library.Ours.Named(id)!;
        string?[] claims = [ladder.GoodFor.En, ladder.GoodFor.De, ladder.Safety?.En, ladder.Safety?.De];

        var claim = Array.Find(claims, text => text is not null && Claim().IsMatch(text));
        Assert.True(claim is null || ladder.Sources.Count > 0, claim);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Each_expected_saying_stands_once(string id)
    {
        var ladder = Library.Ours.Named(id)!;

        Assert.Distinct(ladder.SearchEn, StringComparer.OrdinalIgnoreCase);
        Assert.Distinct(ladder.SearchDe, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Titles_tell_ladders_apart()
    {
        Assert.Distinct(Library.Ours.All.Select(ladder => ladder.Title.En), StringComparer.OrdinalIgnoreCase);
        Assert.Distinct(Library.Ours.All.Select(ladder => ladder.Title.De), StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Shown(Ladder ladder) =>
        new[] { ladder.Title, ladder.GoodFor, ladder.Unit, ladder.Safety }
            .OfType<Said>()
            .Concat(ladder.Rungs.Select(rung => rung.Words))
            .Concat(ladder.Cues)
            .Concat(ladder.Environment)
            .Concat(ladder.Obstacles.SelectMany(obstacle => new[] { obstacle.If, obstacle.Then }))
            .SelectMany(said => new[] { said.En, said.De });

    private static string FirstWord(string text) => text.Split(' ', 2)[0].TrimEnd(',', ':');

    [GeneratedRegex(
        @"\b(weigh\w*|calorie\w*|kcal|kilos?|pounds?|diet|fasting|pills?|tablets?|medication\w*|medicines?|dose|insulin)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex EnglishBody();

    [GeneratedRegex(
        @"\b(wieg\w*|gewicht|kalorie\w*|kilos?|diät|fasten|pillen?|tabletten?|medikament\w*|dosis|insulin)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex GermanBody();

    [GeneratedRegex(
        @"\b(stud(y|ies) (show|found|suggest)\w*|in (one|a|large|several)? ?\w* ?stud(y|ies)|across studies|experiments?|research (shows|found)|proven|WHO|guidelines?)\b|\d ?%"
            + @"|\b(in (einer|einem|mehreren|vielen)? ?\w* ?(Studien?|Versuchen?)|Forschung zeigt|erwiesen|belegt|WHO|Leitlinien?)\b"
    )]
    private static partial Regex Claim();
}
