using Cairn.Backups;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Commands;

/// <summary>A store opened by a command, and the person whose Cairn it is.</summary>
public sealed class OpenCairn : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;
    private readonly TimeProvider clock;

    private OpenCairn(Storage storage, TimeProvider clock)
    {
        this.clock = clock;
        services = new ServiceCollection()
            .AddCairnData(storage)
            .AddSingleton(clock)
            .AddSingleton(services => new PrivateCairn(services.GetRequiredService<WriteGate>(), clock))
            .BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    public CairnDb Db => scope.ServiceProvider.GetRequiredService<CairnDb>();

    public WriteGate Gate => services.GetRequiredService<WriteGate>();

    /// <summary>For a command that has nothing to do where nobody has begun: opening would begin a Cairn.</summary>
    /// <returns>Null where there is one to open, otherwise what to do.</returns>
    public static string? Missing(Storage storage) =>
        storage.IsSqlite && !File.Exists(storage.SqliteFile)
            ? $"There is no Cairn in {storage.Folder}. Name its folder with --data."
            : null;

    /// <summary>For a command that does something with what is there.</summary>
    /// <returns>The store, or why there is none to open and what to do.</returns>
    public static async Task<(OpenCairn? Cairn, string? Problem)> OpenThere(
        Storage storage,
        TimeProvider clock,
        CancellationToken cancel
    ) => Missing(storage) is { } missing ? (null, missing) : await Open(storage, clock, cancel);

    /// <returns>The store, begun if there is none yet, or what is wrong with it and what to do.</returns>
    public static async Task<(OpenCairn? Cairn, string? Problem)> Open(
        Storage storage,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var cairn = new OpenCairn(storage, clock);
        string? problem;
        try
        {
            problem = await OpenStore.Open(storage, cairn.Db, clock, cancel);
        }
        catch
        {
            await cairn.DisposeAsync();
            throw;
        }

        if (problem is not null)
        {
            await cairn.DisposeAsync();
            return (null, problem);
        }

        return (cairn, null);
    }

    /// <summary>The person whose private Cairn it is, begun if there is nobody yet.</summary>
    public async Task<Me> Owner(CancellationToken cancel)
    {
        var person = await services.GetRequiredService<PrivateCairn>().Open(Db, cancel);
        var now = clock.GetUtcNow();
        return new Me(person, person.DayOf(now), now);
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
