using System.Net;
using Cairn.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Harness;

/// <summary>The whole program on a free port of this machine, with a clock that the test turns.</summary>
public sealed class TestCairn : IAsyncDisposable
{
    /// <summary>A Monday, noon in Berlin.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;

    private readonly HostSettings? host;

    private TestCairn(WebApplication app, Storage storage, FakeTimeProvider clock, HostSettings? host) =>
        (this.app, Storage, Clock, this.host) = (app, storage, clock, host);

    public Storage Storage { get; }
    public FakeTimeProvider Clock { get; }
    public Uri Address => new(app.Urls.First());
    public IServiceProvider Services => app.Services;

    public static async Task<TestCairn> Start(
        Database database,
        DateTimeOffset? now = null,
        HostSettings? host = null
    ) => await Start(await FreshStore.Of(database), now ?? Monday, host: host);

    /// <summary>On a store that may already hold something.</summary>
    public static async Task<TestCairn> Start(
        Storage storage,
        DateTimeOffset now,
        string address = "http://127.0.0.1:0",
        HostSettings? host = null
    )
    {
        var clock = new FakeTimeProvider(now);
        clock.SetLocalTimeZone(MachineZone);
        var server = CairnServer.Build(storage, address, clock, host);
        if (await CairnServer.Open(server, CancellationToken.None) is { } problem)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException(problem);
        }

        await server.StartAsync();
        return new TestCairn(server, storage, clock, host);
    }

    /// <summary>Stops, and starts again at the same address on what the store holds.</summary>
    /// <param name="later">By so much another time; before now is a clock that jumped back.</param>
    public async Task<TestCairn> Restart(TimeSpan later = default)
    {
        var address = Address.GetLeftPart(UriPartial.Authority);
        await app.StopAsync();
        await app.DisposeAsync();
        return await Start(Storage, Clock.GetUtcNow() + later, address, host);
    }

    /// <param name="from">The address of this machine from which they ask; null for the usual one.</param>
    public Visitor Visit(IPAddress? from = null) => new(Address, from);

    /// <summary>Looks into, or changes, the store itself.</summary>
    public async Task<T> Look<T>(Func<CairnDb, Task<T>> look)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<CairnDb>());
    }

    /// <summary>What is being answered is answered before the services go: else the log is full of what nobody can mend.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        FreshStore.Remove(Storage);
    }

    /// <summary>The suites run under several values of TZ: what depends on the machine's zone shows.</summary>
#pragma warning disable RS0030
    private static TimeZoneInfo MachineZone => TimeZoneInfo.Local;
#pragma warning restore RS0030
}
