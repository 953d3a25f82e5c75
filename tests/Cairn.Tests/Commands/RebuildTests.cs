using Cairn.Data;
using Cairn.Harness;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Commands;

[InAnyZone]
public sealed class RebuildTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-rebuild-").FullName;

    [Fact]
    public async Task On_sound_data_nothing_changes_and_a_belief_that_was_tampered_with_is_mended()
    {
        await CairnProcess.Run("demo", "--data", folder, "--people", "2", "--years", "1", "--seed", "11");

        var sound = await CairnProcess.Run("rebuild", "--data", folder, "--json");
        Assert.Equal("""{"people":2,"changed":0}""", sound.Output.Trim());

        await Execute(
            "UPDATE Beliefs SET State = randomblob(length(State)) WHERE rowid = (SELECT min(rowid) FROM Beliefs)"
        );
        var mended = await CairnProcess.Run("rebuild", "--data", folder, "--json");
        Assert.Equal("""{"people":2,"changed":1}""", mended.Output.Trim());

        var again = await CairnProcess.Run("rebuild", "--data", folder, "--json");
        Assert.Equal("""{"people":2,"changed":0}""", again.Output.Trim());
    }

    [Fact]
    public async Task Where_there_is_no_Cairn_none_is_begun()
    {
        var told = await CairnProcess.Run("rebuild", "--data", folder);

        Assert.Contains("There is no Cairn in", told.Trouble, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Execute(string sql)
    {
        await using var connection = new SqliteConnection(new Storage { Folder = folder }.SqliteConnection());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
