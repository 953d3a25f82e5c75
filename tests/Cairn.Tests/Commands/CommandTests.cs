using System.CommandLine;
using System.Text.Json;
using Cairn.Harness;
using Cairn.Transfer.Loop;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Commands;

/// <summary>The program from a terminal: what it prints where, and the code it ends with.</summary>
[InAnyZone]
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-command-");

    private string Data => Path.Combine(folder.FullName, "data");

    [Theory]
    [InlineData("serve")]
    [InlineData("today")]
    [InlineData("win")]
    [InlineData("log")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("demo")]
    [InlineData("doctor")]
    [InlineData("rebuild")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("verify")]
    [InlineData("unseal")]
    [InlineData("version")]
    public async Task Every_command_helps(string command)
    {
        var (code, output, _) = await Run(command, "--help");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains($" {command} ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "a", "b")]
    [InlineData("demo", "--people", "0")]
    [InlineData("demo", "--until", "yesterday")]
    [InlineData("doctor", "--fix")]
    public async Task Words_that_are_off_do_nothing(params string[] words) =>
        Assert.Equal(ExitCode.Usage, (await Run(words)).Code);

    [Fact]
    public async Task Import_prints_what_it_added_and_the_second_time_nothing()
    {
        using var file = new LoopFixture()
            .Habit(1, "Stretch")
            .Row(1, "2026-03-02")
            .Row(1, "2026-03-03", 3)
            .Row(2, "2026-03-02");

        var first = await Run("import", file.Path, "--data", Data, "--yes", "--json");
        var second = await Run("import", file.Path, "--data", Data, "--yes", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first.Code, second.Code));
        const string Skipped =
            """ "skipped":[{"row":"Repetitions 3","why":"it belongs to a habit that is not in the file"}]} """;
        Assert.Equal(
            """{"format":"loop","goals":1,"steps":1,"entries":2,"wins":1,"rests":1,"notToday":0,""" + Skipped.Trim(),
            first.Output.Trim()
        );
        Assert.Equal(
            """{"format":"loop","goals":0,"steps":0,"entries":0,"wins":0,"rests":0,"notToday":0,""" + Skipped.Trim(),
            second.Output.Trim()
        );
    }

    [Fact]
    public async Task A_refused_file_gets_one_sentence_and_no_store_is_made()
    {
        var (code, output, error) = await Run(
            "import",
            Path.Combine(folder.FullName, "none.db"),
            "--data",
            Data,
            "--yes"
        );

        Assert.Equal(ExitCode.Refused, code);
        Assert.Empty(output);
        Assert.Single(error.Trim().Split('\n'));
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Export_and_import_carry_a_life_over()
    {
        await Run("demo", "--data", Data, "--people", "1", "--years", "1", "--seed", "4", "--until", "2026-03-01");
        var archive = Path.Combine(folder.FullName, "out.zip");

        Assert.Equal(ExitCode.Done, (await Run("export", "--data", Data, archive)).Code);
        var imported = await Run("import", archive, "--data", Data + "2", "--yes", "--json");

        using var report = JsonDocument.Parse(imported.Output);
        Assert.Equal("cairn", report.RootElement.GetProperty("format").GetString());
        Assert.Equal(6, report.RootElement.GetProperty("goals").GetInt32());
        Assert.True(report.RootElement.GetProperty("entries").GetInt32() > 300);
    }

    [Fact]
    public async Task Export_overwrites_nothing_and_makes_no_store()
    {
        var taken = Path.Combine(folder.FullName, "taken.zip");
        await File.WriteAllTextAsync(taken, "mine");

        Assert.Equal(ExitCode.Refused, (await Run("export", "--data", Data, taken)).Code);
        Assert.Equal(ExitCode.Store, (await Run("export", "--data", Data, taken + "2")).Code);

        Assert.Equal("mine", await File.ReadAllTextAsync(taken));
        Assert.Equal([taken], Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public async Task Backup_verify_and_restore_go_there_and_back()
    {
        string[] here = ["--data", Data, "--json"];
        Assert.Equal(ExitCode.Store, (await Run(["backup", .. here])).Code);
        Assert.Equal(ExitCode.Refused, (await Run(["verify", .. here])).Code);
        await Run("demo", "--data", Data, "--until", "2026-03-01");

        var made = await Run(["backup", .. here]);
        var seen = await Run(["verify", .. here]);
        await Run("demo", "--data", Data, "--seed", "9", "--until", "2026-03-01");
        var refused = await Run(["restore", .. here]);
        SqliteConnection.ClearAllPools();
        var back = await Run(["restore", "--yes", .. here]);

        Assert.Equal(
            (ExitCode.Done, ExitCode.Done, ExitCode.Refused, ExitCode.Done),
            (made.Code, seen.Code, refused.Code, back.Code)
        );
        using var backup = JsonDocument.Parse(made.Output);
        using var restored = JsonDocument.Parse(back.Output);
        Assert.Equal(1, restored.RootElement.GetProperty("people").GetInt32());
        Assert.Equal(
            backup.RootElement.GetProperty("entries").GetInt32(),
            restored.RootElement.GetProperty("entries").GetInt32()
        );
        Assert.Contains("\"ok\":true", seen.Output, StringComparison.Ordinal);
        Assert.Equal(
            2,
            JsonDocument
                .Parse((await Run(["verify", .. here])).Output)
                .RootElement.GetProperty("backups")
                .GetArrayLength()
        );

        var file = backup.RootElement.GetProperty("file").GetString()!;
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..^9]);
        var damaged = await Run("restore", file, "--yes", "--data", Data);
        Assert.Equal(ExitCode.Refused, damaged.Code);
        Assert.Contains("damaged or cut off. Nothing was changed", damaged.Error, StringComparison.Ordinal);
        Assert.Single(damaged.Error.Trim().Split('\n'));
        Assert.Equal(ExitCode.Refused, (await Run(["verify", .. here])).Code);
    }

    [Fact]
    public async Task Everyone_leaves_only_sealed_and_the_key_opens_each_archive()
    {
        await Run("demo", "--data", Data, "--people", "2", "--seed", "4", "--until", "2026-03-01");
        var (key, all, zip) = (Out("key"), Out("all.sealed"), Out("all.zip"));
        await File.WriteAllTextAsync(key, "a passphrase of some length");

        var open = await Run("export", "--everyone", all, "--data", Data);
        var done = await Run("export", "--everyone", all, "--data", Data, "--key", key);

        Assert.Equal((ExitCode.Refused, ExitCode.Done), (open.Code, done.Code));
        Assert.Contains("people 2", done.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Run("unseal", all, zip, "--key", key)).Code);
        await System.IO.Compression.ZipFile.ExtractToDirectoryAsync(zip, Out("people"));
        var people = Directory.GetFiles(Out("people"));
        Assert.Equal(2, people.Length);
        foreach (var archive in people)
        {
            var code = (
                await Run("import", archive, "--yes", "--data", Path.Combine(Out("anew"), Path.GetFileName(archive)))
            ).Code;
            Assert.Equal(ExitCode.Done, code);
        }

        string Out(string name) => Path.Combine(folder.FullName, name);
    }

    [Fact]
    public async Task The_same_demo_is_not_written_twice()
    {
        string[] demo = ["demo", "--data", Data, "--seed", "4", "--until", "2026-03-01", "--json"];

        Assert.Equal(ExitCode.Done, (await Run(demo)).Code);
        Assert.Equal(ExitCode.Refused, (await Run(demo)).Code);
    }

    [Fact]
    public async Task Doctor_finds_nothing_wrong_with_a_fresh_store_and_makes_none()
    {
        Assert.Equal(ExitCode.Done, (await Run("doctor", "--data", Data)).Code);
        Assert.False(Directory.Exists(Data));
        await Run("demo", "--data", Data, "--until", "2026-03-01");

        var (code, output, _) = await Run("doctor", "--data", Data, "--json");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("\"check\":\"integrity\",\"ok\":true", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM Goals", "\"check\":\"links\",\"ok\":false")]
    [InlineData("UPDATE Entries SET At = '2099-01-01 00:00:00'", "\"check\":\"newest entry\",\"ok\":false")]
    [InlineData("UPDATE People SET Zone = 'Mars/Olympus'", "\"check\":\"people's time zones\",\"ok\":false")]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')", "a newer Cairn")]
    public async Task Doctor_says_what_is_wrong(string accident, string says)
    {
        await Run("demo", "--data", Data, "--until", "2026-03-01");
        await using (
            var connection = new SqliteConnection($"Data Source={Data}/cairn.db;Pooling=false;Foreign Keys=false")
        )
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = accident;
            await command.ExecuteNonQueryAsync();
        }

        var (code, output, _) = await Run("doctor", "--data", Data, "--json");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_survives_a_database_that_is_none()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllBytesAsync(Path.Combine(Data, "cairn.db"), new byte[5000]);

        var (code, output, _) = await Run("doctor", "--data", Data);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("cannot be read", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] words)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.Run(words, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
