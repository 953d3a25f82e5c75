using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cairn.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Harness;

/// <summary>
/// A throw-away PostgreSQL on a free port, started when the first test wants it and gone with the last. It is
/// migrated once; each test gets a clone.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Template = "cairn_template";
    private static readonly Lazy<Task<PostgresCluster>> Running = new(Start);
    private static int clones;

    private readonly string folder;
    private readonly int port;

    private PostgresCluster(string folder, int port) => (this.folder, this.port) = (folder, port);

    public static bool IsHere => Programs is not null;

    private static string? Programs { get; } =
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .Max(StringComparer.Ordinal)
            : null;

    /// <returns>The connection string of a fresh, migrated, empty database.</returns>
    public static async Task<string> Clone()
    {
        var cluster = await Running.Value;
        var name = $"t{Interlocked.Increment(ref clones)}";
        await cluster.Execute($"CREATE DATABASE {name} TEMPLATE {Template}");
        return cluster.Connection(name);
    }

    /// <summary>Ends the cluster, if one was started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Running.IsValueCreated)
        {
            var cluster = await Running.Value;
            NpgsqlConnection.ClearAllPools();
            await As("pg_ctl", "-D", cluster.folder + "/data", "-m", "immediate", "-s", "stop");
            await Run("rm", ["-rf", cluster.folder]);
        }
    }

    public PostgresCluster() => (folder, port) = ("", 0);

    private static async Task<PostgresCluster> Start()
    {
        var temporary = Directory.CreateTempSubdirectory("cairn-postgres-").FullName;
        if (Environment.UserName == "root")
        {
            await Run("chown", ["postgres", temporary]);
        }

        var cluster = new PostgresCluster(temporary, FreePort());
        await As(
            "initdb",
            "-D",
            temporary + "/data",
            "-U",
            "cairn",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"
        );
        var options =
            $"-p {cluster.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={temporary} -c fsync=off "
            + "-c max_connections=200";
        await As("pg_ctl", "-D", temporary + "/data", "-w", "-s", "-l", temporary + "/log", "-o", options, "start");
        await cluster.Execute($"CREATE DATABASE {Template}");
        var template = cluster.Connection(Template) + ";Pooling=false";
        await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(template).Options);
        await db.Database.MigrateAsync();
        return cluster;
    }

    private string Connection(string database) =>
        $"Host=127.0.0.1;Port={port};Username=cairn;Database={database};Maximum Pool Size=40";

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task As(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.UserName == "root"
            ? Run("runuser", ["-u", "postgres", "--", path, .. arguments])
            : Run(path, arguments);
    }

    private static async Task Run(string program, string[] arguments)
    {
        // Output goes nowhere on purpose: the server would inherit a pipe and keep it open.
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments])
            {
                WorkingDirectory = "/",
            }
        )!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}"
            );
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
