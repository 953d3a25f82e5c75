using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Settings;

namespace Cairn.Api.Resources;

/// <summary>How the person wants Cairn to be.</summary>
public static class SettingsResource
{
    public static void MapSettings(this ApiGroups api)
    {
        api.Read.MapGet("settings", (Me me) => Shown.Of(Preferences.Of(me.Person))).Shows<Preferences>("The settings");
        api.Write.MapPut("settings", Save).Shows<Preferences>("Changes the settings, all at once");
        api.Read.MapGet("settings/feelings", (Me me) => Shown.Of(new FeelingsAsked(me.Person.RatesFeelings)))
            .Shows<FeelingsAsked>("Whether the evening asks for mood, motivation and problem-solving");
        api.Write.MapPut("settings/feelings", Rate).Does("Has the evening ask for them, or not; what was told stays");
        api.Read.MapGet("settings/figures", (Me me) => Shown.Of(FiguresShown.Of(me.Person)))
            .Shows<FiguresShown>("The figures, and which of them the person does not want to see");
        api.Write.MapPut("settings/figures/{figure}", Hide).Does("Hides a figure on the screens, or shows it again");
    }

    private static async Task<IResult> Rate(
        CairnDb db,
        WriteGate gate,
        Me me,
        Body<FeelingsAsked> body,
        CancellationToken cancel
    )
    {
        await ShownChoices.Rate(db, gate, me.Id, body.Value.AreAsked, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Hide(
        CairnDb db,
        WriteGate gate,
        Me me,
        string figure,
        Body<FigureStanding> body,
        CancellationToken cancel
    ) =>
        await ShownChoices.Hide(db, gate, me.Id, figure, body.Value.IsHidden, cancel)
            ? Results.NoContent()
            : Problem.NotHere;

    private static async Task<IResult> Save(
        SettingsChanges changes,
        Me me,
        Body<Preferences> body,
        SeenTag seen,
        CancellationToken cancel
    )
    {
        var next = body.Value;
        if (next.Wrong() is { } wrong)
        {
            return Problem.Refused(wrong);
        }

        return
            await changes.Save(me, next, now => Tags.OfContent(now) == seen.Tag, cancel) is var kept and not Kept.Saved
            ? Problem.Of(kept)
            : Shown.Of(next);
    }
}

/// <param name="AreAsked">In the evening, each from 0 to 10; without them only the promises are left among the insights.</param>
public sealed record FeelingsAsked(bool AreAsked);

/// <param name="Figures">All that there are, by the names that their addresses have.</param>
public sealed record FiguresShown(IReadOnlyList<FigureShown> Figures)
{
    public static FiguresShown Of(Person person)
    {
        var hidden = Data.Figures.HiddenBy(person);
        return new([.. Data.Figures.All.Select(figure => new FigureShown(figure, hidden.Contains(figure)))]);
    }
}

public sealed record FigureShown(string Figure, bool IsHidden);

public sealed record FigureStanding(bool IsHidden);
