using System.Globalization;
using Cairn.Data;
using Cairn.Ladders;
using Cairn.Shell;

namespace Cairn.Steps;

/// <summary>Turns what was typed into the step's next version, or says in one sentence what to do.</summary>
public static class StepCheck
{
    /// <summary>More than this a day is not a step but a wish.</summary>
    private const double MostAnAmountCanBe = 100_000;

    private const double LeastAnAmountCanBe = 0.1;

    /// <param name="draft">What was typed.</param>
    /// <param name="latest">The version that it follows; what the draft has no field for stays.</param>
    /// <param name="kind">Only a practice has a rhythm and limits, and a moment no amount.</param>
    /// <param name="ladder">The ladder that it was taken from, if that is still there.</param>
    /// <param name="wrong">The field that cannot be used, and why.</param>
    /// <returns>Null if something cannot be used.</returns>
    public static StepVersion? Apply(
        this StepDraft draft,
        StepVersion latest,
        StepKind kind,
        Ladder? ladder,
        out Wrong? wrong
    )
    {
        wrong = WrongText(draft) ?? (draft.Name.Length == 0 ? new Wrong("name", StepsWords.NameMissing) : null);
        var next = latest with
        {
            Name = draft.Name,
            Cue = Text(draft.Cue),
            Place = Text(draft.Place),
            Time = Time(draft, ref wrong),
            Rehearsed = draft.Rehearsed && draft.Cue.Length > 0 && (Text(draft.Cue) == latest.Cue || !latest.Rehearsed),
            Obstacle = Text(draft.Obstacle),
            PlanB = Text(draft.PlanB),
            GoodEnough = Text(draft.GoodEnough),
        };
        if (kind != StepKind.Moment)
        {
            var unit = Text(draft.Unit) ?? latest.Unit;
            next = next with
            {
                Stated = Amount("amount", draft.Amount, ref wrong) ?? latest.Stated,
                Unit = unit,
                Scale =
                    unit == latest.Unit ? latest.Scale
                    : ladder?.IsIn(unit) == true ? ladder.Scale
                    : Units.ScaleOf(unit),
            };
            if (draft.Amount.Length == 0)
            {
                wrong ??= new Wrong("amount", StepsWords.AmountWrong);
            }
        }

        if (kind == StepKind.Practice)
        {
            next = next with
            {
                WorstDay = Amount("worstDay", draft.WorstDay, ref wrong),
                Enough = Amount("enough", draft.Enough, ref wrong),
                Pinned = Amount("pinned", draft.Pinned, ref wrong),
            };
            if (draft.Rhythm.Check(out var sentence) is { } rhythm)
            {
                next = next.Planned(rhythm);
            }
            else
            {
                wrong ??= new Wrong("rhythm", sentence!);
            }
        }

        return wrong is null ? next : null;
    }

    private static Wrong? WrongText(StepDraft draft)
    {
        (string Field, string Text, int Most)[] fields =
        [
            ("name", draft.Name, CairnDb.TitleLength),
            ("unit", draft.Unit, CairnDb.UnitLength),
            ("cue", draft.Cue, CairnDb.TitleLength),
            ("place", draft.Place, CairnDb.TitleLength),
            ("obstacle", draft.Obstacle, CairnDb.TitleLength),
            ("planB", draft.PlanB, CairnDb.TitleLength),
            ("goodEnough", draft.GoodEnough, CairnDb.TitleLength),
        ];
        return fields
            .Select(field =>
                Typed.Trouble(field.Text, most: field.Most) is { } trouble ? new Wrong(field.Field, trouble) : null
            )
            .FirstOrDefault(wrong => wrong is not null);
    }

    private static string? Text(string typed) => typed.Length > 0 ? typed : null;

    private static TimeOnly? Time(StepDraft draft, ref Wrong? wrong)
    {
        if (draft.Time.Length == 0)
        {
            return null;
        }

        if (TimeOnly.TryParse(draft.Time, CultureInfo.InvariantCulture, out var time))
        {
            return time;
        }

        wrong ??= new Wrong("time", StepsWords.TimeWrong);
        return null;
    }

    private static double? Amount(string field, string typed, ref Wrong? wrong)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        if (Units.Read(typed) is >= LeastAnAmountCanBe and <= MostAnAmountCanBe and var amount)
        {
            return amount;
        }

        wrong ??= new Wrong(field, StepsWords.AmountWrong);
        return null;
    }
}

/// <summary>A field that cannot be used, and what to do.</summary>
public sealed record Wrong(string Field, string Sentence);
