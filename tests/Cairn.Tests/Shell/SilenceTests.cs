using System.Collections.Concurrent;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Harness;
using Cairn.Transfer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cairn.Shell;

/// <summary>What people write is in the store and nowhere else: no line of the log and no other file holds a word of it.</summary>
[InAnyZone]
public sealed class SilenceTests
{
    private const string Marked = "zanderquartz";

    [Theory, EachDatabase]
    public async Task No_word_that_was_typed_is_logged_or_lies_in_a_file_beside_the_store(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Desk.Noon);
        using var log = new Heard();
        cairn.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var goal = await cairn.FirstGoal();
        var step = await cairn.FirstStep();
        foreach (
            var page in new[]
            {
                "/",
                goal,
                $"{goal}/breakdown/why",
                step,
                $"{step}/easier",
                "/reflect",
                "/history",
                "/routines/new",
                "/settings",
                "/ladders",
            }
        )
        {
            await TypeEverywhere(visitor, page);
        }

        await visitor.HandIn($"Date,Habit,Note\n2026-03-03,Walk,{Marked}\n");
        using var wrong = await visitor.SendFile($"{{\"habits\":\"{Marked}");
        await visitor.Http.GetAsync(new Uri($"/history?q={Marked}", UriKind.Relative));
        Assert.True(
            await cairn.Look(db => db.DayWords.CountAsync()) + await cairn.Look(db => db.GoalVersions.CountAsync()) > 0
        );

        // And where everything goes wrong: the table is away, each write ends in an error that is logged.
        await cairn.Look(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"DayWords\" RENAME TO \"Elsewhere\""));
        await visitor.Post("/act/noticed", new() { ["id"] = $"{Guid.CreateVersion7(Desk.Noon)}", ["text"] = Marked });
        Assert.Equal(500, (int)visitor.Status);

        Assert.Contains(log.Lines, line => line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Marked, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(FilesWith(cairn.Storage.Folder));
    }

    /// <summary>Each form of a page is sent as it is, with marked words in all that one can type into.</summary>
    private static async Task TypeEverywhere(Visitor visitor, string path)
    {
        await visitor.Open(path);
        foreach (
            var form in visitor
                .Page.QuerySelectorAll<IHtmlFormElement>("main form")
                .Where(form => form.Method == "post")
                .ToList()
        )
        {
            var fields = form.QuerySelector("button") is IHtmlButtonElement button ? visitor.FieldsFor(button) : [];
            foreach (var input in form.QuerySelectorAll("input[type=text], textarea"))
            {
                fields[input.GetAttribute("name")!] = Marked;
            }

            await visitor.Post(form.GetAttribute("action")!, fields);
        }
    }

    /// <summary>All but the database itself, and the file that waits for a word, which goes after an hour.</summary>
    private static List<string> FilesWith(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith("cairn.db", StringComparison.Ordinal))
                .Where(file => !file.Contains("uploads", StringComparison.Ordinal))
                .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Marked)) >= 0),
        ];

    /// <summary>Everything that is said to a log, after the program's own filters.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
