using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Today;

namespace Cairn.Api.Resources;

/// <summary>Today, and the days that may still be filled in.</summary>
public static class DayResource
{
    public static void MapDays(this ApiGroups api)
    {
        api.Read.MapGet("today", ShowToday).Shows<DayShown>("The day as Today shows it");
        api.Read.MapGet("days/{day}", ShowDay).Shows<DayShown>("One of the last 14 days, which may still be filled in");
    }

    /// <param name="said">What was just written: then the sentence is about that.</param>
    private static async Task<IResult> ShowToday(CairnDb db, Me me, Guid? said, CancellationToken cancel) =>
        Shown.Of(await Read(db, me, me.Today, said, cancel));

    private static async Task<IResult> ShowDay(CairnDb db, Me me, DateOnly day, Guid? said, CancellationToken cancel) =>
        day > me.Today || day < me.Today.AddDays(-Life.RecentDays)
            ? Problem.NotHere
            : Shown.Of(await Read(db, me, day, said, cancel));

    /// <summary>Also for the command line on its own store.</summary>
    internal static async Task<DayShown> Read(CairnDb db, Me me, DateOnly day, Guid? said, CancellationToken cancel) =>
        DayShown.Of(TodayView.Of(await Life.Read(db, me.Id, me.Today, cancel), me, day, said, justBegun: false));
}
