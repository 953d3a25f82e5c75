using System.Globalization;
using Cairn.Api.Resources;
using Cairn.Data;
using Cairn.Shell;

namespace Cairn.Commands.Day;

/// <summary>A day for a terminal: one line a step.</summary>
public static class DayPrinter
{
    public static async Task Print(DayShown day, TextWriter to)
    {
        await to.WriteLineAsync(day.Day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture));
        await to.WriteLineAsync(day.Sentence);
        foreach (var step in day.Steps)
        {
            await to.WriteLineAsync($"  {step.Name}: {Of(step)}");
        }

        foreach (var moment in day.Moments)
        {
            await to.WriteLineAsync($"  {moment.Name}: {moment.Times.Count} times");
        }

        foreach (var noticed in day.Noticed)
        {
            await to.WriteLineAsync($"  Noticed: {noticed.Text.ReplaceLineEndings(" ")}");
        }

        foreach (var waiting in day.Waiting)
        {
            await to.WriteLineAsync(
                waiting.Until is { } until
                    ? string.Create(CultureInfo.InvariantCulture, $"  {waiting.Name}: rests until {until:yyyy-MM-dd}")
                    : $"  {waiting.Name}: rests"
            );
        }
    }

    private static string Of(DayStepShown step) =>
        step.Said switch
        {
            { Outcome: Outcome.Won } won when step.Kind == StepKind.Task => "done",
            { Outcome: Outcome.Won, Amount: { } amount } => $"won, {Quantity.Of(amount)} {step.Unit}",
            { Outcome: Outcome.Won, Tier: { } tier } => $"won, {Quantity.Of(AmountOf(step.Bars, tier))} {step.Unit}",
            { Outcome: Outcome.NotToday } => "not today",
            { Outcome: Outcome.Rest or Outcome.Reserve } => "rests",
            _ when step.Kind == StepKind.Task => $"a task of {Quantity.Of(step.Bars.Target)} {step.Unit}",
            _ =>
                $"at least {Quantity.Of(step.Bars.Floor)}, aim {Quantity.Of(step.Bars.Target)}, more {Quantity.Of(step.Bars.Stretch)} {step.Unit}{(step.IsFree ? " (free today)" : "")}",
        };

    private static double AmountOf(BarsShown bars, Engine.Capacity.Tier tier) =>
        tier switch
        {
            Engine.Capacity.Tier.Stretch => bars.Stretch,
            Engine.Capacity.Tier.Target => bars.Target,
            _ => bars.Floor,
        };
}
