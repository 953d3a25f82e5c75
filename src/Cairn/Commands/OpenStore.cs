using Cairn.Data;
using Cairn.People;

namespace Cairn.Commands;

/// <summary>The store, opened for one command.</summary>
public sealed class OpenStore : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    private OpenStore(ServiceProvider services)
    {
        this.services = services;
        scope = services.CreateAsyncScope();
    }

    public CairnDb Db => scope.ServiceProvider.GetRequiredService<CairnDb>();
    public WriteGate Gate => services.GetRequiredService<WriteGate>();
    public PrivateCairn Private => services.GetRequiredService<PrivateCairn>();

    /// <returns>The store; or null, after the sentence that says why not went to the error output.</returns>
    public static async Task<OpenStore?> Open(Storage storage, TimeProvider clock, CancellationToken cancel)
    {
        var store = new OpenStore(
            new ServiceCollection()
                .AddSingleton(clock)
                .AddSingleton<PrivateCairn>()
                .AddCairnData(storage)
                .BuildServiceProvider()
        );
        if (await Store.Open(storage, store.Db, cancel) is not { } problem)
        {
            return store;
        }

        await Console.Error.WriteLineAsync(problem);
        await store.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
