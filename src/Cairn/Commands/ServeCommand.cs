using System.CommandLine;
using System.Net.Sockets;
using Cairn.Ladders;
using Cairn.People;

namespace Cairn.Commands;

public static class ServeCommand
{
    public const string Usual = "http://127.0.0.1:5270";

    public static Command Make()
    {
        var command = new Command("serve", "Starts Cairn for the browser on this machine.");
        var data = new DataOptions(command);
        var ladders = new LadderOption(command);
        var url = new Option<string>("--url")
        {
            Description =
                $"Address to listen on; without a sign-in this machine only. Also: CAIRN_URL. [default: {Usual}]",
            HelpName = "URL",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_URL") ?? Usual,
        };
        command.Options.Add(url);
        command.SetAction(
            (call, cancel) => Serve(ladders.AddTo(data.StorageOf(call), call), call.GetValue(url)!, cancel)
        );
        return command;
    }

    private static async Task<int> Serve(Data.Storage storage, string address, CancellationToken cancel)
    {
        HostSettings host;
        try
        {
            host = HostSettings.Of(Environment.GetEnvironmentVariables());
        }
        catch (SettingException unclear)
        {
            await Console.Error.WriteLineAsync(unclear.Message);
            return ExitCode.Refused;
        }

        await using var app = CairnServer.Build(storage, address, Clock.OfThisMachine, host);
        if (await CairnServer.Open(app, cancel) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitCode.Store;
        }

        var hasAccounts = app.Services.GetRequiredService<PrivateCairn>().HasAccounts;
        if (!hasAccounts && !PrivateDoor.IsLoopback(address))
        {
            await Console.Error.WriteLineAsync(
                $"{address} can be reached by others, and in this Cairn nobody signs in yet, so it was not started. "
                    + $"Use an address of this machine, such as {Usual}, and give it a sign-in there (Settings, Signing in); "
                    + "then others may reach it."
            );
            return ExitCode.Refused;
        }

        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException error)
            when (error.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{address} is taken by another program (perhaps a Cairn that already runs). Name another with --url."
            );
            return ExitCode.Refused;
        }

        var reach = PrivateDoor.IsLoopback(address) ? " on this machine only" : "";
        var door = hasAccounts ? "One signs in." : "Nobody has to sign in.";
        Console.WriteLine($"Cairn is open at {string.Join(", ", app.Urls)}{reach}. {door}");
        Console.WriteLine($"Your data: {(storage.IsSqlite ? storage.SqliteFile : "PostgreSQL")}. Stop with Ctrl+C.");
        await LookAtLadders(app.Services);
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Done;
    }

    /// <summary>Reads the ladders before the first person asks for one, and says what is off with the host's own.</summary>
    private static async Task LookAtLadders(IServiceProvider services)
    {
        foreach (var fault in services.GetRequiredService<LadderLibrary>().Warm().Faults)
        {
            await Console.Error.WriteLineAsync($"Left out: {fault}");
        }
    }
}
