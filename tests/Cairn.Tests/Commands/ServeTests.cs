using Cairn.Data;
using Cairn.Harness;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Commands;

[InAnyZone]
public sealed class ServeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-serve-").FullName;

    private static int Kills => LongRun.IsOn ? 100 : 2;

    [Fact]
    public async Task Killed_right_after_an_answered_tap_the_entry_is_there_after_the_restart()
    {
        using (var first = await CairnProcess.Serve(folder))
        using (var visitor = new Visitor(first.Address))
        {
            await visitor.Begin();
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            using var cairn = await CairnProcess.Serve(folder);
            using var visitor = new Visitor(cairn.Address);
            await visitor.Open("/");
            var tier = kill % 2 == 0 ? "Floor" : "Target";
            var tap = visitor.FieldsFor(visitor.FindButton("tier", tier));
            using var form = new FormUrlEncodedContent(tap);
            using var answer = await visitor.Http.PostAsync(new Uri("/act/win", UriKind.Relative), form);
            cairn.Kill();

            Assert.Equal(303, (int)answer.StatusCode);
            Assert.Equal("ok", await Ask("PRAGMA integrity_check"));
            Assert.Equal("1", await Ask($"SELECT COUNT(*) FROM Entries WHERE upper(Id) = upper('{tap["id"]}')"));
        }

        Assert.Equal($"{Kills}", await Ask("SELECT COUNT(*) FROM Entries"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5299")]
    [InlineData("http://+:5299")]
    public async Task An_address_that_others_can_reach_is_refused(string address)
    {
        var (code, _, trouble) = await CairnProcess.Run("serve", "--data", folder, "--url", address);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("can be reached by others", trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_store_is_explained_in_one_sentence_and_left_as_it_is()
    {
        var file = new Storage { Folder = folder }.SqliteFile;
        await File.WriteAllTextAsync(file, "not a database at all");

        var (code, _, trouble) = await CairnProcess.Run("serve", "--data", folder);

        Assert.Equal(ExitCode.Store, code);
        Assert.Contains("damaged", trouble, StringComparison.Ordinal);
        Assert.Equal("not a database at all", await File.ReadAllTextAsync(file));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> Ask(string sql)
    {
        await using var connection = new SqliteConnection(new Storage { Folder = folder }.SqliteConnection());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{await command.ExecuteScalarAsync()}";
    }
}
