using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Schedule;
using Cairn.Shell;

namespace Cairn.Steps;

/// <summary>A step as it stands in the form: what was typed, whether it can be used or not.</summary>
public sealed record StepDraft
{
    public string Name { get; init; } = "";
    public string Amount { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Cue { get; init; } = "";
    public string Place { get; init; } = "";
    public string Time { get; init; } = "";
    public bool Rehearsed { get; init; }
    public string Obstacle { get; init; } = "";
    public string PlanB { get; init; } = "";
    public string GoodEnough { get; init; } = "";
    public string WorstDay { get; init; } = "";
    public string Enough { get; init; } = "";
    public string Pinned { get; init; } = "";
    public RhythmDraft Rhythm { get; init; } = new();

    public static StepDraft Of(StepVersion version) =>
        new()
        {
            Name = version.Name,
            Amount = Quantity.Of(version.Stated),
            Unit = version.Unit,
            Cue = version.Cue ?? "",
            Place = version.Place ?? "",
            Time = version.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
            Rehearsed = version.Rehearsed,
            Obstacle = version.Obstacle ?? "",
            PlanB = version.PlanB ?? "",
            GoodEnough = version.GoodEnough ?? "",
            WorstDay = Said(version.WorstDay),
            Enough = Said(version.Enough),
            Pinned = Said(version.Pinned),
            Rhythm = RhythmDraft.Of(version.Rhythm),
        };

    /// <summary>What a form does not have keeps its place: a moment has no amount.</summary>
    public static StepDraft Read(IFormCollection form, StepDraft before)
    {
        string Of(string field, string otherwise) =>
            form.TryGetValue(field, out var typed) ? Typed.Line(typed) : otherwise;

        return new StepDraft
        {
            Name = Of("name", before.Name),
            Amount = Of("amount", before.Amount),
            Unit = Of("unit", before.Unit),
            Cue = Of("cue", before.Cue),
            Place = Of("place", before.Place),
            Time = Of("time", before.Time),
            Rehearsed = form.ContainsKey("rehearsed"),
            Obstacle = Of("obstacle", before.Obstacle),
            PlanB = Of("planB", before.PlanB),
            GoodEnough = Of("goodEnough", before.GoodEnough),
            WorstDay = Of("worstDay", before.WorstDay),
            Enough = Of("enough", before.Enough),
            Pinned = Of("pinned", before.Pinned),
            Rhythm = RhythmDraft.Read(form, before.Rhythm),
        };
    }

    /// <summary>The fields that say something else in another draft: their labels, and what they say there.</summary>
    public IEnumerable<(string Label, string There)> DifferencesTo(StepDraft there)
    {
        (string Label, string Here, string There)[] fields =
        [
            (StepsWords.Name, Name, there.Name),
            (StepsWords.Amount, Amount, there.Amount),
            (StepsWords.Unit, Unit, there.Unit),
            (StepsWords.Cue, Cue, there.Cue),
            (StepsWords.Place, Place, there.Place),
            (StepsWords.Time, Time, there.Time),
            (StepsWords.Obstacle, Obstacle, there.Obstacle),
            (StepsWords.PlanB, PlanB, there.PlanB),
            (StepsWords.GoodEnough, GoodEnough, there.GoodEnough),
            (StepsWords.HowOften, Rhythm.Words, there.Rhythm.Words),
            (StepsWords.WorstDay, WorstDay, there.WorstDay),
            (StepsWords.Enough, Enough, there.Enough),
            (StepsWords.Pinned, Pinned, there.Pinned),
        ];
        return fields
            .Where(field => field.Here != field.There)
            .Select(field => (field.Label, field.There.Length > 0 ? field.There : StepsWords.Nothing));
    }

    private static string Said(double? amount) => amount is { } known ? Quantity.Of(known) : "";
}
