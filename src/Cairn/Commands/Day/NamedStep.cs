using Cairn.Api.Resources;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Today.Actions;

namespace Cairn.Commands.Day;

/// <summary>A step of the day by its name: whole, else how it begins, else a part of it; never one of several.</summary>
public sealed record NamedStep(Guid Id, string Name, StepKind Kind)
{
    public static Told<NamedStep> Find(DayShown day, string name)
    {
        var all = day
            .Steps.Select(step => new NamedStep(step.Step, step.Name, step.Kind))
            .Concat(day.Moments.Select(moment => new NamedStep(moment.Step, moment.Name, StepKind.Moment)))
            .ToList();
        Func<string, bool>[] ways =
        [
            other => other.Equals(name, StringComparison.OrdinalIgnoreCase),
            other => other.StartsWith(name, StringComparison.OrdinalIgnoreCase),
            other => other.Contains(name, StringComparison.OrdinalIgnoreCase),
        ];
        foreach (var isMeant in ways)
        {
            var found = all.FindAll(step => isMeant(step.Name));
            if (found is [var one])
            {
                return new(one);
            }

            if (found.Count > 1)
            {
                return Told.Refused<NamedStep>($"“{name}” may be {Listed(found)}. Write more of the name.");
            }
        }

        return Told.Refused<NamedStep>(
            all.Count == 0
                ? "There is no step today. Open Cairn to begin one."
                : $"No step of today is called “{name}”. There is {Listed(all)}."
        );
    }

    /// <param name="id">Of the action.</param>
    /// <param name="amount">How much of a practice; null for the aim.</param>
    public Told<DayAction> Done(Guid id, double? amount) =>
        (Kind, amount) switch
        {
            (StepKind.Practice, null) => new(new Win(Id, Tier.Target) { Id = id }),
            (StepKind.Practice, _) => new(new Win(Id, Amount: amount) { Id = id }),
            (_, not null) => Told.Refused<DayAction>($"{Name} has no amount. Leave it out."),
            (StepKind.Task, _) => new(new Done(Id) { Id = id }),
            _ => new(new Moment(Id) { Id = id }),
        };

    private static string Listed(List<NamedStep> steps)
    {
        var names = steps.ConvertAll(step => $"“{step.Name}”");
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}
