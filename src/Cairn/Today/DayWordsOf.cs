using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Today;

/// <summary>The words for what was said.</summary>
public static class DayWordsOf
{
    public static string Reason(MissReason reason) =>
        reason switch
        {
            MissReason.TooBig => TodayWords.ReasonTooBig,
            MissReason.NoEnergy => TodayWords.ReasonNoEnergy,
            MissReason.Forgot => TodayWords.ReasonForgot,
            MissReason.NoChance => TodayWords.ReasonNoChance,
            MissReason.Outside => TodayWords.ReasonOutside,
            MissReason.DidNotWant => TodayWords.ReasonDidNotWant,
            _ => TodayWords.NotToday,
        };

    public static string Said(Outcome outcome) =>
        outcome switch
        {
            Outcome.Rest => TodayWords.Rest,
            Outcome.Reserve => TodayWords.ReserveDay,
            Outcome.Won => TodayWords.Done,
            _ => TodayWords.NotToday,
        };

    public static string Feel(DayFeel feel) =>
        feel switch
        {
            DayFeel.Rough => TodayWords.Rough,
            DayFeel.Good => TodayWords.Good,
            _ => TodayWords.Fine,
        };
}
