using BenchmarkDotNet.Attributes;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Benchmarks;

/// <summary>
/// The cairn of ten thousand wins as the server makes it, asked for over HTTP, beside the same page as a plain table
/// without a picture. The ratio is to stay below 3.
/// </summary>
[InProcess, MinIterationCount(8), MaxIterationCount(20), MinColumn]
public class ProgressBenchmarks
{
    private const int Wins = 10_000;
    private const int Days = 5 * 365;
    private const int Steps = 6;
    private static readonly HttpClient Http = new();
    private static readonly string[] OfSteps = [Areas.Health, Areas.Work, Areas.Personal];
    private TestCairn cairn = null!;

    /// <summary>Six steps in three areas, won over five years.</summary>
    [GlobalSetup]
    public async Task Live()
    {
        cairn = await TestCairn.Start(Database.Sqlite);
        await cairn.Look(async db =>
        {
            var person = await db.People.SingleAsync();
            var gate = cairn.Services.GetRequiredService<WriteGate>();
            return await gate.Write(db, person.Id, () => Write(db, person), CancellationToken.None);
        });
    }

    /// <summary>The page without its picture, its table open.</summary>
    [Benchmark(Baseline = true)]
    public Task<byte[]> AsAPlainTable() => Http.GetByteArrayAsync(new Uri(cairn.Address, "/progress/all?list=true"));

    /// <summary>The page with its picture.</summary>
    [Benchmark]
    public Task<byte[]> AsACairn() => Http.GetByteArrayAsync(new Uri(cairn.Address, "/progress/all"));

    /// <summary>Removes the store.</summary>
    [GlobalCleanup]
    public async Task Leave() => await cairn.DisposeAsync();

    private async Task<bool> Write(CairnDb db, Person person)
    {
        var now = cairn.Clock.GetUtcNow();
        var first = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Days);
        for (var place = 0; place < Steps; place++)
        {
            db.Goals.Add(
                new Goal
                {
                    PersonId = person.Id,
                    Id = Id(place, 1),
                    Title = "Move more",
                    Area = OfSteps[place % OfSteps.Length],
                    Created = now,
                }
            );
            db.Steps.Add(
                new Step
                {
                    PersonId = person.Id,
                    Id = Id(place, 2),
                    GoalId = Id(place, 1),
                    Kind = StepKind.Practice,
                    Position = place,
                    Created = now,
                }
            );
            db.StepVersions.Add(
                new StepVersion
                {
                    PersonId = person.Id,
                    StepId = Id(place, 2),
                    Number = 1,
                    From = first,
                    Name = $"Step {place + 1}",
                    Unit = "min",
                    Scale = Scale.Minutes,
                    Stated = 20,
                    Written = now,
                }
            );
        }

        await db.SaveChangesAsync();
        var entries = Enumerable
            .Range(0, Wins)
            .Select(number => Won(person, first.AddDays(number / Steps), number, now));
        await ManyRows.Add(db, [.. entries], CancellationToken.None);
        return true;
    }

    private static Entry Won(Person person, DateOnly day, int number, DateTimeOffset now) =>
        new()
        {
            PersonId = person.Id,
            Id = Id(number, 3),
            StepId = Id(number % Steps, 2),
            Day = day,
            Zone = person.Zone,
            At = now,
            Outcome = Outcome.Won,
            Tier = (Tier)(1 + (number % 3)),
            Bars = new Bars(5, 10, 20, .97, .9, .5),
        };

    private static Guid Id(int number, short kind) => new(number, kind, 7, new byte[8]);
}
