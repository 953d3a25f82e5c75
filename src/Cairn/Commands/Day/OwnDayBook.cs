using Cairn.Api.Resources;
using Cairn.Today.Actions;

namespace Cairn.Commands.Day;

/// <summary>The store of this machine; it may be open in a Cairn that serves, which then waits its turn.</summary>
public sealed class OwnDayBook(OpenCairn cairn) : IDayBook
{
    public async Task<Told<DayShown>> Today(Guid? said, CancellationToken cancel)
    {
        var me = await cairn.Owner(cancel);
        return new(await DayResource.Read(cairn.Db, me, me.Today, said, cancel));
    }

    public async Task<Told<Taken>> Say(DayAction action, CancellationToken cancel)
    {
        var result = await new Log(cairn.Db, cairn.Gate).Take(await cairn.Owner(cancel), action, cancel);
        return result.IsTaken ? new(Taken.Of(result)) : Told.Refused<Taken>(result.Why ?? "That cannot be.");
    }

    public ValueTask DisposeAsync() => cairn.DisposeAsync();
}
