using Cairn.Backups;
using Cairn.Commands;
using Cairn.Data;
using Cairn.Harness;
using Cairn.People;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Cairn.Transfer;

/// <summary>A store of one person without the web around it, at noon of 10 March 2026.</summary>
public sealed class Desk : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 10, 11, 0, 0, TimeSpan.Zero);

    private Desk(Storage storage, FakeTimeProvider clock, OpenCairn cairn, Me me) =>
        (Storage, Clock, Cairn, Me) = (storage, clock, cairn, me);

    public Storage Storage { get; }
    public FakeTimeProvider Clock { get; }
    public OpenCairn Cairn { get; }
    public Me Me { get; }
    public CairnDb Db => Cairn.Db;

    public static async Task<Desk> Open(Database database)
    {
        var storage = await FreshStore.Of(database, "cairn-desk-");
        var clock = new FakeTimeProvider(Noon);
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var (cairn, problem) = await OpenCairn.Open(storage, clock, CancellationToken.None);
        Assert.Null(problem);
        return new Desk(storage, clock, cairn!, await cairn!.Owner(CancellationToken.None));
    }

    public Import Importing => new(Db, Cairn.Gate, new SafetyCopy(Storage, new BackupMaker(Storage, Clock), Clock));

    public Task<ImportReport> Import(string path, params (string Key, string Value)[] answers) =>
        Importing.Run(
            Me,
            TransferFile.Read(path),
            new Answers(answers.ToDictionary(answer => answer.Key, answer => answer.Value)),
            CancellationToken.None
        );

    public async ValueTask DisposeAsync()
    {
        await Cairn.DisposeAsync();
        FreshStore.Remove(Storage);
    }
}
