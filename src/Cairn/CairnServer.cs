using Cairn.Accounts;
using Cairn.Api;
using Cairn.Backups;
using Cairn.Data;
using Cairn.Goals;
using Cairn.Goals.Breakdown;
using Cairn.History;
using Cairn.Insights;
using Cairn.Ladders;
using Cairn.Leaving;
using Cairn.People;
using Cairn.Progress;
using Cairn.Reflect;
using Cairn.Report;
using Cairn.Routines;
using Cairn.Settings;
using Cairn.Shell;
using Cairn.Shell.Device;
using Cairn.Steps;
using Cairn.Supporters;
using Cairn.Today;
using Cairn.Transfer.Screens;
using Cairn.Unstick;
using Cairn.Welcome;
using Microsoft.AspNetCore.DataProtection;

namespace Cairn;

/// <summary>The web side of the program, from its parts.</summary>
public static class CairnServer
{
    /// <param name="storage">Where the facts live.</param>
    /// <param name="address">For example <c>http://127.0.0.1:5270</c>; without accounts loopback only.</param>
    /// <param name="clock">The only clock that the program asks.</param>
    /// <param name="host">What the host says about the world around; null for nothing.</param>
    public static WebApplication Build(Storage storage, string address, TimeProvider clock, HostSettings? host = null)
    {
        host ??= HostSettings.None;
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = "cairn", ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false"; // else a build serves its styles uncompressed
        builder.Configuration["ForwardedHeaders_Enabled"] = "false"; // a variable of the framework's that would believe everybody
        builder.WebHost.UseUrls(address);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        builder.Logging.AddFilter("Cairn.People", LogLevel.Warning); // not each visit of somebody who is not signed in
        builder.Logging.AddFilter("Cairn.Accounts", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(host.Proxies);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(storage.KeyFolder));
        builder.Services.AddCairnData(storage);
        builder.Services.AddSingleton(services => new PrivateCairn(
            services.GetRequiredService<WriteGate>(),
            clock,
            address
        ));
        builder.Services.AddSignIn();
        builder.Services.AddAccounts(host.Provider);
        builder.Services.AddShell();
        builder.Services.AddLadders(storage);
        builder.Services.AddGoals();
        builder.Services.AddSteps();
        builder.Services.AddToday();
        builder.Services.AddWelcome();
        builder.Services.AddTransfer();
        builder.Services.AddBackups();
        builder.Services.AddLeaving();
        builder.Services.AddInsights();
        builder.Services.AddReflect();
        builder.Services.AddBreakdown();
        builder.Services.AddUnstick();
        builder.Services.AddRoutines();
        builder.Services.AddHistory();
        builder.Services.AddSettings();
        builder.Services.AddSupporters();
        builder.Services.AddApi();

        var app = builder.Build();
        app.UseHeaders();
        app.UseTrustedProxies();
        app.UsePrivateDoor();
        app.UseShell();
        app.UseRateLimiter();
        app.UseApi();
        app.UseSignIn();
        app.MapStaticAssets().AllowAnonymous();
        app.MapAccounts();
        app.MapDevice();
        app.MapToday();
        app.MapWelcome();
        app.MapGoals();
        app.MapBreakdown();
        app.MapSteps();
        app.MapUnstick();
        app.MapRoutines();
        app.MapLadders();
        app.MapReflect();
        app.MapProgress();
        app.MapInsights();
        app.MapHistory();
        app.MapReport();
        app.MapSettings();
        app.MapTransfer();
        app.MapSupporters();
        app.MapApi();
        app.MapBackups();
        app.MapLeaving();
        return app;
    }

    /// <summary>Opens the store and the private Cairn in it.</summary>
    /// <returns>Null when Cairn can serve, otherwise what is wrong and what to do.</returns>
    public static async Task<string?> Open(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CairnDb>();
        var storage = app.Services.GetRequiredService<Storage>();
        if (await OpenStore.Open(storage, db, app.Services.GetRequiredService<TimeProvider>(), cancel) is { } problem)
        {
            return problem;
        }

        app.Services.GetRequiredService<StoreInUse>().Hold();
        await app.Services.GetRequiredService<PrivateCairn>().Open(db, cancel);
        return null;
    }
}
