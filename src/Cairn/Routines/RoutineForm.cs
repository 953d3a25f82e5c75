using System.Globalization;
using Cairn.Data;
using Cairn.Shell;

namespace Cairn.Routines;

/// <summary>A routine while it is made: as typed, kept on any error, saved only by its own button.</summary>
/// <param name="Number">The saved version that it was made from; 0 for a new one.</param>
public sealed record RoutineForm(Guid Id, int Number, string Name, string Minutes, IReadOnlyList<Guid> Steps)
{
    public const int MostMinutes = 1440;

    public string? Wrong { get; init; }

    public int? Size =>
        int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;

    /// <returns>Null for what our page would never send.</returns>
    public static RoutineForm? Read(Guid id, IFormCollection form)
    {
        var steps = form["step"].Select(step => Guid.TryParse(step, out var known) ? known : Guid.Empty).ToList();
        return steps.Contains(Guid.Empty)
            ? null
            : new RoutineForm(
                id,
                int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : 0,
                Typed.Line(form["name"]),
                Typed.Line(form["minutes"]),
                [.. steps.Distinct()]
            );
    }

    public static RoutineForm Of(RoutineVersion version) =>
        new(
            version.RoutineId,
            version.Number,
            version.Name,
            version.Minutes?.ToString(CultureInfo.InvariantCulture) ?? "",
            version.Steps
        );

    /// <summary>The same with one button pressed: <c>add:ID</c>, <c>up:ID</c> or <c>out:ID</c>.</summary>
    public RoutineForm Press(string button)
    {
        if (button.Split(':') is not [var what, var id] || !Guid.TryParse(id, out var step))
        {
            return this;
        }

        var steps = Steps.ToList();
        var at = steps.IndexOf(step);
        switch (what)
        {
            case "add" when at < 0:
                steps.Add(step);
                break;
            case "up" when at > 0:
                (steps[at - 1], steps[at]) = (steps[at], steps[at - 1]);
                break;
            case "out" when at >= 0:
                steps.RemoveAt(at);
                break;
            default:
                break;
        }

        return this with
        {
            Steps = steps,
        };
    }

    /// <summary>What has to be mended first: a sentence, or null.</summary>
    public string? Broken(IReadOnlyCollection<Guid> mine) =>
        Typed.Trouble(Name, RoutinesWords.NameMissing)
        ?? (
            Minutes.Length > 0 && Size is null or < 1 or > MostMinutes ? RoutinesWords.MinutesWrong
            : !Steps.Any(mine.Contains) ? RoutinesWords.StepsMissing
            : Steps.Count(mine.Contains) > CairnDb.MostStepsOfRoutine
                ? Phrase.Of(RoutinesWords.TooManySteps, CairnDb.MostStepsOfRoutine)
            : null
        );
}
