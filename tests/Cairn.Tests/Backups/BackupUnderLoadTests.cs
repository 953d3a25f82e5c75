using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Backups;

/// <summary>Eight devices write while backups are made: each holds a state that some moment really had.</summary>
[InAnyZone]
public sealed class BackupUnderLoadTests
{
    private const int Writers = 8;
    private const int Backups = 3;

    [Theory, EachDatabase]
    public async Task Every_word_answered_before_the_start_is_in_and_none_without_the_one_before_it(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var begun = cairn.Visit();
        await begun.Begin();
        var answered = Enumerable.Range(0, Writers).Select(_ => new List<Guid>()).ToArray();
        using var stop = new CancellationTokenSource();
        var writing = Enumerable
            .Range(0, Writers)
            .Select(writer => Write(cairn, writer, answered[writer], stop.Token))
            .ToList();
        var maker = new BackupMaker(cairn.Storage, cairn.Clock);
        var made = new List<(Backup Backup, int[] Before)>();
        for (var time = 0; time < Backups; time++)
        {
            for (var patience = 0; patience < 200 && answered.Sum(Count) < (time + 1) * 2 * Writers; patience++)
            {
                await Task.Delay(50);
            }

            var before = answered.Select(Count).ToArray();
            made.Add(((await maker.Make(Occasion.BeforeRestore, CancellationToken.None)).Backup, before));
            cairn.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await stop.CancelAsync();
        await Task.WhenAll(writing);
        Assert.True(
            answered.Sum(words => words.Count) >= 2 * Backups * Writers,
            "hardly anything was written meanwhile"
        );
        foreach (var (backup, before) in made)
        {
            var held = await WordsIn(backup, cairn);
            for (var writer = 0; writer < Writers; writer++)
            {
                var there = answered[writer].TakeWhile(held.Contains).Count();
                Assert.True(there >= before[writer], $"{before[writer]} were answered before, {there} are in");
                Assert.DoesNotContain(answered[writer].Skip(there), held.Contains);
            }
        }
    }

    private static int Count(List<Guid> words)
    {
        lock (words)
        {
            return words.Count;
        }
    }

    /// <summary>One word after the other, each only when the one before was answered.</summary>
    private static async Task Write(TestCairn cairn, int writer, List<Guid> answered, CancellationToken stop)
    {
        using var visitor = cairn.Visit();
        for (var word = 0; !stop.IsCancellationRequested; word++)
        {
            var id = new Guid(word, (short)writer, 7, new byte[8]);
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = $"{id}", ["text"] = $"word {word}" }
            );
            using var answer = await visitor.Http.PostAsync(
                new Uri("/act/noticed", UriKind.Relative),
                form,
                CancellationToken.None
            );
            Assert.Equal(303, (int)answer.StatusCode);
            lock (answered)
            {
                answered.Add(id);
            }
        }
    }

    private static async Task<HashSet<Guid>> WordsIn(Backup backup, TestCairn cairn)
    {
        var unpacked = Path.Combine(cairn.Storage.Folder, "looked-at");
        Packing.Unpack(backup.Path, unpacked, null);
        await Soundness.Of(unpacked, CancellationToken.None);
        await using var db = StoreCopy.Open(unpacked);
        return [.. await db.DayWords.Select(word => word.Id).ToListAsync()];
    }
}
