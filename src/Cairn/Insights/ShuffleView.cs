using Cairn.Data;
using Cairn.Engine.Effects;
using Cairn.People;

namespace Cairn.Insights;

/// <summary>What would be shown if this person's evenings had come in any other order.</summary>
/// <param name="RatedDays">The evenings that were shuffled.</param>
/// <param name="Seen">How often nothing was shown; null with too few evenings.</param>
public sealed record ShuffleView(int RatedDays, Scrambled? Seen)
{
    public const int Times = 200;

    public static async Task<ShuffleView> Read(CairnDb db, Me me, CancellationToken cancel)
    {
        var first = me.Today.AddDays(-Diary.Days);
        return Of(await Records.Read(db, me.Id, first.AddDays(-1), cancel), me.Person, me.Today);
    }

    /// <summary>The shuffles of one day are the same ones; another day has others.</summary>
    public static ShuffleView Of(Records records, Person person, DateOnly today)
    {
        var (first, last) = (today.AddDays(-Diary.Days), today.AddDays(-1));
        var diary = new Diary(records, person);
        var rated = Enumerable.Range(0, Diary.Days).Count(day => diary.EveningOf(first.AddDays(day)) is not null);
        return new ShuffleView(
            rated,
            rated < Hunches.FewestDays
                ? null
                : Scramble.Try(diary.Read(Diary.ActionsOf(records, today), first, last), Times, (ulong)today.DayNumber)
        );
    }
}
