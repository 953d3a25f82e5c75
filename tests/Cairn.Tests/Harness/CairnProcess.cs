using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cairn.Data;

namespace Cairn.Harness;

/// <summary>The program as a process of its own, to be killed.</summary>
public sealed class CairnProcess : IDisposable
{
    private readonly Process running;

    private CairnProcess(Process process, Uri address) => (running, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts serving the data folder and waits for the first answer.</summary>
    public static Task<CairnProcess> Serve(string folder) => Serve(new Storage { Folder = folder });

    /// <summary>The same on a store that may be PostgreSQL.</summary>
    public static async Task<CairnProcess> Serve(Storage storage)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] where = storage.Postgres is { } postgres ? ["--postgres", postgres] : [];
        var process = Start([
            "serve",
            "--data",
            storage.Folder,
            .. where,
            "--url",
            address.GetLeftPart(UriPartial.Authority),
        ]);
        using var http = new HttpClient();
        while (!process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                return new CairnProcess(process, address);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException($"Cairn ended with {process.ExitCode} before it answered");
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output, string Trouble)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var trouble = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await trouble);
    }

    /// <summary>kill -9: no chance to tidy up.</summary>
    public void Kill()
    {
        running.Kill();
        running.WaitForExit();
    }

    public void Dispose()
    {
        if (!running.HasExited)
        {
            Kill();
        }

        running.Dispose();
    }

    private static Process Start(string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(CairnServer).Assembly.Location, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
