using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Routines;

/// <summary>One step of a routine, today.</summary>
/// <param name="Entry">What was said about it today.</param>
/// <param name="Began">When its clock was started.</param>
public sealed record RoutineStep(LivedStep Lived, Entry? Entry, Bars Bars, DateTimeOffset? Began)
{
    public Guid Id => Lived.Id;
    public string Name => Lived.Version.Name;
    public string Unit => Lived.Version.Unit;
    public bool IsTask => Lived.Step.Kind == StepKind.Task;
    public bool IsInMinutes => Lived.Version.Scale == Scale.Minutes;
    public bool IsYesOrNo => IsTask || Lived.Version.Pinned is 1;

    public string BarsShown =>
        string.Create(CultureInfo.InvariantCulture, $"{Bars.Floor} {Bars.Target} {Bars.Stretch}");

    public double MinutesAt(Tier tier) => IsInMinutes ? Bars.Of(tier) : 0;

    public static RoutineStep Of(LivedStep step, Life life, Dial dial)
    {
        var said = life.EntryOf(step.Id, life.Today);
        var word = life.Records.WordOf(step.Id, life.Today);
        var timer = life
            .Records.Words.OfType<TimerStart>()
            .LastOrDefault(start => start.StepId == step.Id && start.Day == life.Today);
        return new RoutineStep(
            step,
            word,
            said is { Bars.TargetChance: > 0 } ? said.Bars : life.BarsOf(step, dial),
            timer is null || word?.At > timer.At ? null : timer.At
        );
    }

    /// <summary>The bars as buttons: equal amounts are one button, which logs the highest of their tiers.</summary>
    public IEnumerable<(Tier Tier, double Amount)> Buttons(bool shortest)
    {
        if (IsTask || Bars.Floor < Bars.Target)
        {
            yield return (Tier.Floor, Bars.Floor);
        }

        if (IsTask || (shortest && Bars.Floor < Bars.Target))
        {
            yield break;
        }

        yield return (Tier.Target, Bars.Target);
        if (Bars.Stretch > Bars.Target && !shortest)
        {
            yield return (Tier.Stretch, Bars.Stretch);
        }
    }
}
