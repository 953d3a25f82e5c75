using Cairn.Data;
using Cairn.People;
using Cairn.Reflect.Weeks;
using Microsoft.AspNetCore.Components;

namespace Cairn.Reflect;

/// <summary>What looking back offers on Today: the check-in from the person's evening on, the week on a Monday.</summary>
public static class Cards
{
    private static readonly IReadOnlyDictionary<string, Answer> NoAnswers = new Dictionary<string, Answer>(
        StringComparer.Ordinal
    );

    public static RenderFragment? OfToday(Me me, Life life)
    {
        var records = life.Records;
        var answers = CheckIn.ByDay(records.Words).GetValueOrDefault(me.Today) ?? NoAnswers;
        return me.IsEvening && me.Person.RatesFeelings ? Evening(me.Today, answers)
            : me.Today.DayOfWeek == DayOfWeek.Monday && records.Entries.Any(entry => entry.Day < me.Today)
                ? Week(me.Today)
            : null;
    }

    private static RenderFragment Evening(DateOnly day, IReadOnlyDictionary<string, Answer> answers) =>
        builder =>
        {
            builder.OpenComponent<EveningCard>(0);
            builder.AddComponentParameter(1, nameof(EveningCard.Day), day);
            builder.AddComponentParameter(2, nameof(EveningCard.Answers), answers);
            builder.CloseComponent();
        };

    private static RenderFragment Week(DateOnly today) =>
        builder =>
        {
            builder.OpenComponent<WeekCard>(0);
            builder.AddComponentParameter(1, nameof(WeekCard.LastWeek), WeekView.PathOf(today.AddDays(-7)));
            builder.CloseComponent();
        };
}
