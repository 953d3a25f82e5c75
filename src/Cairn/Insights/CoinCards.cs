using Cairn.Data;
using Cairn.People;
using Microsoft.AspNetCore.Components;

namespace Cairn.Insights;

/// <summary>On Today: what the coin said about the day.</summary>
public static class CoinCards
{
    public static RenderFragment? OfToday(Me me, Life life) =>
        life.Records.Words.OfType<Experiment>().FirstOrDefault(word => word.Day <= me.Today && me.Today <= word.Last)
            is { StepId: { } step } experiment
        && life.Records.StepOn(step, me.Today) is { Version: { Archived: false } version }
            ? builder =>
            {
                builder.OpenComponent<CoinCard>(0);
                builder.AddComponentParameter(1, nameof(CoinCard.Name), version.Name);
                builder.AddComponentParameter(2, nameof(CoinCard.Asks), experiment.Asks(step, me.Today) == true);
                builder.AddComponentParameter(3, nameof(CoinCard.Path), $"/insights/experiments/{experiment.Id}");
                builder.CloseComponent();
            }
            : null;
}
