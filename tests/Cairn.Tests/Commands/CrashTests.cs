using Cairn.Data;
using Cairn.Harness;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Cairn.Commands;

/// <summary>
/// <c>kill -9</c> at a random moment while eight devices write: what was answered is there, once, and the store is whole.
/// </summary>
[InAnyZone]
public sealed class CrashTests
{
    private const int Writers = 8;

    private int answers;

    private static int Kills => LongRun.IsOn ? 100 : 2;

    [Theory, EachDatabase]
    public async Task Killed_under_eight_writers_nothing_answered_is_lost_and_nothing_is_there_twice(Database database)
    {
        var storage = await FreshStore.Of(database, "cairn-crash-");
        var random = new Random(2026);
        var answered = new List<Guid>();
        var unsure = new List<Guid>();
        using (var first = await CairnProcess.Serve(storage))
        using (var visitor = new Visitor(first.Address))
        {
            await visitor.Begin();
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            using var cairn = await CairnProcess.Serve(storage);
            var again = unsure.ToList();
            unsure.Clear();
            var writers = Enumerable
                .Range(0, Writers)
                .Select(writer => Write(cairn.Address, Mine(again, writer), kill, writer))
                .ToList();
            await UntilSomeAreAnswered();
            await Task.Delay(random.Next(0, 600));
            cairn.Kill();
            foreach (var (sure, maybe) in await Task.WhenAll(writers))
            {
                answered.AddRange(sure);
                unsure.AddRange(maybe);
            }

            Assert.Equal("ok", await Integrity(storage));
            var stored = await Ids(storage);
            Assert.Equal(stored.Count, stored.Distinct().Count());
            Assert.Empty(answered.Except(stored));
            Assert.Empty(stored.Except(answered).Except(unsure));
        }

        Assert.True(answered.Count > Writers, $"only {answered.Count} writes were answered");
        FreshStore.Remove(storage);
    }

    private async Task UntilSomeAreAnswered()
    {
        var before = Volatile.Read(ref answers);
        for (var patience = 0; patience < 600 && Volatile.Read(ref answers) < before + Writers; patience++)
        {
            await Task.Delay(50);
        }
    }

    private static List<Guid> Mine(List<Guid> unsure, int writer) =>
        [.. unsure.Where((_, at) => at % Writers == writer)];

    /// <summary>First once more what nobody answered, then new words until nobody answers.</summary>
    private async Task<(List<Guid> Sure, List<Guid> Unsure)> Write(Uri address, List<Guid> again, int kill, int writer)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var sure = new List<Guid>();
        for (var word = 0; ; word++)
        {
            var id = again.Count > 0 ? again[0] : new Guid(word, (short)kill, (short)(writer + 1), new byte[8]);
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = $"{id}", ["text"] = $"word {word}" }
            );
            try
            {
                using var answer = await http.PostAsync(new Uri("/act/noticed", UriKind.Relative), form);
                Assert.Equal(303, (int)answer.StatusCode);
                sure.Add(id);
                Interlocked.Increment(ref answers);
                again.Remove(id);
            }
            catch (HttpRequestException)
            {
                return (sure, [.. again.Append(id).Distinct()]);
            }
        }
    }

    private static async Task<string> Integrity(Storage storage)
    {
        if (!storage.IsSqlite)
        {
            return "ok"; // PostgreSQL was not killed; what it holds is compared below
        }

        await using var store = new SqliteConnection(storage.SqliteConnection() + ";Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return $"{await command.ExecuteScalarAsync()}";
    }

    private static async Task<List<Guid>> Ids(Storage storage)
    {
        const string sql = """SELECT "Id" FROM "DayWords" """;
        await using System.Data.Common.DbConnection store = storage.IsSqlite
            ? new SqliteConnection(storage.SqliteConnection() + ";Pooling=False")
            : new NpgsqlConnection(storage.Postgres);
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = sql;
        var ids = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }
}
