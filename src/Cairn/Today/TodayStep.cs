using System.Globalization;
using System.Text.Json;
using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Today;

/// <summary>One row of Today.</summary>
/// <param name="Entry">What was said about it today, if anything.</param>
/// <param name="Bars">In force today.</param>
/// <param name="Tomorrow">What is offered tomorrow, as things stand.</param>
/// <param name="LastDays">The last seven days, oldest first, today last.</param>
public sealed record TodayStep(
    LivedStep Lived,
    DateOnly Day,
    Entry? Entry,
    Bars Bars,
    Bars Tomorrow,
    IReadOnlyList<DayMark> LastDays
)
{
    private const int Days = 7;

    public Guid Id => Lived.Id;
    public string Name => Lived.Version.Name;
    public string Unit => Lived.Version.Unit;

    /// <summary>For the script that keeps taps while there is no network: docs/api-actions.md.</summary>
    public string KindName => JsonNamingPolicy.CamelCase.ConvertName(Lived.Step.Kind.ToString());

    public string DayName => Day.ToString("O", CultureInfo.InvariantCulture);

    public string BarsShown =>
        string.Create(CultureInfo.InvariantCulture, $"{Bars.Floor} {Bars.Target} {Bars.Stretch}");

    public string State =>
        Entry is { } entry ? JsonNamingPolicy.CamelCase.ConvertName(entry.Outcome.ToString()) : "open";

    public static TodayStep Of(LivedStep step, Life life, Belief tomorrow, Dial dial)
    {
        var today = life.EntryOf(step.Id, life.Today);
        return new TodayStep(
            step,
            life.Today,
            today is { Outcome: Outcome.TakenBack } ? null : today,
            today is { Bars.TargetChance: > 0 } ? today.Bars : life.BarsOf(step, dial), // an import knows no promise
            tomorrow.BarsOn(life.Today.AddDays(1), step.Id, step.Version.Limits, dial),
            [
                .. Enumerable
                    .Range(1 - Days, Days)
                    .Select(back => DayMarks.Of(life.EntryOf(step.Id, life.Today.AddDays(back)))),
            ]
        );
    }

    /// <summary>There is nothing to count: it is done or it is not.</summary>
    public bool IsYesOrNo => Lived.Version.Pinned is 1;

    /// <summary>The bars as buttons: equal amounts are one button, which logs the highest of their tiers.</summary>
    public IEnumerable<(Tier Tier, double Amount)> Buttons()
    {
        if (Bars.Floor < Bars.Target)
        {
            yield return (Tier.Floor, Bars.Floor);
        }

        yield return (Tier.Target, Bars.Target);
        if (Bars.Stretch > Bars.Target)
        {
            yield return (Tier.Stretch, Bars.Stretch);
        }
    }
}
