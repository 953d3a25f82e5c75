using System.CommandLine;
using System.Text.Json.Nodes;
using Cairn.Api;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Commands;

/// <summary>The day from a terminal, on the store itself and through a server: the same words, the same codes.</summary>
public sealed class DayCommandTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_win_and_a_step_are_written_and_shown(bool throughServer)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Clock.OfThisMachine.GetUtcNow());
        using var visitor = cairn.Visit();
        await visitor.Begin();
        using var key = new KeyFile(await cairn.MakeKey());
        string[] where = throughServer
            ? ["--server", cairn.Address.ToString(), "--token-file", key.Path]
            : ["--data", cairn.Storage.Folder];

        var before = await Run(["today", .. where]);
        var noticed = await Run(["win", "I breathed", .. where]);
        var logged = await Run(["log", "wal", "9", "--json", .. where]);
        var unknown = await Run(["log", "Swim", .. where]);
        var wrong = await Run(["log", "Walk", "much", .. where]);
        var after = await Run(["today", "--json", .. where]);

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Done), (before.Code, noticed.Code, logged.Code));
        Assert.Contains("Walk: at least ", before.Output, StringComparison.Ordinal);
        Assert.Contains("Noticed: I breathed", noticed.Output, StringComparison.Ordinal);
        Assert.Equal("saved", (string)JsonNode.Parse(logged.Output)!["state"]!);
        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (unknown.Code, wrong.Code));
        Assert.Contains("There is “Walk”", unknown.Trouble, StringComparison.Ordinal);
        Assert.Contains("no amount", wrong.Trouble, StringComparison.Ordinal);
        Assert.Equal("won", (string)JsonNode.Parse(after.Output)!["steps"]![0]!["said"]!["outcome"]!);
        Assert.Equal(1, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Fact]
    public async Task A_key_that_others_can_read_or_that_would_travel_in_the_open_is_not_sent()
    {
        using var key = new KeyFile("cairn_nothing");
        var open = await Run("today", "--server", "http://cairn.example", "--token-file", key.Path);
        Allow(key.Path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var readable = await Run("today", "--server", "https://127.0.0.1:1", "--token-file", key.Path);
        Allow(key.Path, UnixFileMode.UserRead);
        var nowhere = await Run("today", "--server", "http://127.0.0.1:1", "--token-file", key.Path);
        var none = await Run("today", "--server", "http://127.0.0.1:1", "--token-file", key.Path + ".none");

        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (open.Code, readable.Code));
        Assert.Contains("https", open.Trouble, StringComparison.Ordinal);
        Assert.Contains("chmod 600", readable.Trouble, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Store, nowhere.Code);
        Assert.Equal(ExitCode.Refused, none.Code);
        Assert.All(
            new[] { open, readable, nowhere, none },
            run => Assert.DoesNotContain("cairn_nothing", run.Output + run.Trouble, StringComparison.Ordinal)
        );
    }

    private static async Task<(int Code, string Output, string Trouble)> Run(params string[] words)
    {
        using var output = new StringWriter();
        using var trouble = new StringWriter();
        var code = await CommandLine.Run(words, new InvocationConfiguration { Output = output, Error = trouble });
        return (code, output.ToString(), trouble.ToString());
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private sealed class KeyFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-key-");

        public KeyFile(string key)
        {
            File.WriteAllText(Path, key + "\n");
            Allow(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        public string Path => System.IO.Path.Combine(folder.FullName, "token");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
