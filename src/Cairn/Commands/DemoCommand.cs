using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Shell;
using Spectre.Console;

namespace Cairn.Commands;

public static class DemoCommand
{
    private const int MostPeople = 10_000;
    private const int MostYears = 50;

    public static Command Make()
    {
        var command = new Command("demo", "Writes simulated lives, to look at Cairn or to measure it. No real people.");
        var data = new DataOptions(command);
        var people = new Option<int>("--people")
        {
            HelpName = "N",
            Description = "How many people.",
            DefaultValueFactory = _ => 1,
        };
        var years = new Option<int>("--years")
        {
            HelpName = "Y",
            Description = "How long each life is.",
            DefaultValueFactory = _ => 1,
        };
        var seed = new Option<int>("--seed")
        {
            HelpName = "S",
            Description = "The same seed, the same lives.",
            DefaultValueFactory = _ => 1,
        };
        var until = new Option<string?>("--until")
        {
            HelpName = "DATE",
            Description = "The last day, as 2026-03-01. [default: today]",
        };
        var json = new Option<bool>("--json") { Description = "Print what was written as JSON." };
        people.Validators.Add(given => Between(given, people, 1, MostPeople));
        years.Validators.Add(given => Between(given, years, 1, MostYears));
        until.Validators.Add(given =>
        {
            if (given.GetValue(until) is { } text && DateOf(text) is null)
            {
                given.AddError($"--until {text} is no date. Write it as 2026-03-01.");
            }
        });
        foreach (var option in new Option[] { people, years, seed, until, json })
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (call, cancel) =>
                Write(
                    data.StorageOf(call),
                    new(call.GetValue(people), call.GetValue(years), call.GetValue(seed), DateOf(call.GetValue(until))),
                    call.GetValue(json),
                    call.InvocationConfiguration,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> Write(
        Storage storage,
        Wish wish,
        bool json,
        InvocationConfiguration console,
        CancellationToken cancel
    )
    {
        var (opened, problem) = await OpenCairn.Open(storage, Clock.OfThisMachine, cancel);
        if (opened is null)
        {
            await console.Error.WriteLineAsync(problem);
            return ExitCode.Store;
        }

        await using var cairn = opened;
        var demo = new DemoPeople(cairn.Db, cairn.Gate, Clock.OfThisMachine);
        if (await demo.AreHere(wish.Years, wish.Seed, wish.Until, cancel))
        {
            await console.Error.WriteLineAsync("These very lives are here already. Name another --seed.");
            return ExitCode.Refused;
        }

        var report = await Terminal.WithProgress(
            "Living",
            wish.People,
            told => demo.Write(wish.People, wish.Years, wish.Seed, wish.Until, done => told(done), cancel)
        );
        await console.Output.WriteLineAsync(
            json
                ? JsonSerializer.Serialize(report, JsonSerializerOptions.Web)
                : $"Written: people {report.People}, goals {report.Goals}, steps {report.Steps}, "
                    + $"entries {report.Entries} (wins {report.Wins}), words about days {report.Words}."
        );
        return ExitCode.Done;
    }

    private static void Between(System.CommandLine.Parsing.OptionResult given, Option<int> option, int least, int most)
    {
        if (given.GetValue(option) < least || given.GetValue(option) > most)
        {
            given.AddError($"{option.Name} goes from {least} to {most}.");
        }
    }

    private static DateOnly? DateOf(string? text) => Typed.Day(text) is { Year: >= 1990 and <= 2100 } day ? day : null;

    private sealed record Wish(int People, int Years, int Seed, DateOnly? Until);
}
