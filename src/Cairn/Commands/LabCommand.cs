using System.CommandLine;
using System.Text.Json;
using Cairn.Lab;
using Cairn.Lab.Effects;
using Cairn.Lab.Report;

namespace Cairn.Commands;

public static class LabCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web)
    {
        Converters = { new NumberOrNull() },
    };

    public static Command Make()
    {
        var command = new Command(
            "lab",
            "Compares ways of sizing steps on simulated people, and says which promises hold."
        );
        var people = People("People for each policy and world.", new LabOptions().People);
        var seed = new Option<int>("--seed")
        {
            Description = "Which luck; the same seed gives the same report on every machine.",
            DefaultValueFactory = _ => new LabOptions().Seed,
        };
        var world = new Option<string?>("--world")
        {
            Description = "A world of your own: a JSON file, see docs/lab.md.",
            HelpName = "FILE",
        };
        var sweep = new Option<bool>("--sweep") { Description = "Also halve and double each guess." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        foreach (var option in (Option[])[people, seed, world, sweep, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (call, cancel) =>
            {
                var options = new LabOptions
                {
                    People = call.GetValue(people),
                    Seed = call.GetValue(seed),
                    Sweep = call.GetValue(sweep),
                };
                return Run(options, call.GetValue(world), call.GetValue(json), cancel);
            }
        );
        command.Subcommands.Add(Effects());
        return command;
    }

    private static Command Effects()
    {
        var command = new Command(
            "effects",
            "Plants effects in simulated people and says how well the detector finds them."
        );
        var people = People("People for each cell.", 400);
        var seed = new Option<int>("--seed") { Description = "Which luck.", DefaultValueFactory = _ => 20261124 };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        foreach (var option in (Option[])[people, seed, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(
            async (call, cancel) =>
            {
                var (many, luck) = (call.GetValue(people), call.GetValue(seed));
                var rows = await Terminal.WithProgress(
                    "Planting",
                    1,
                    told => Task.Run(() => EffectsLab.Run(many, luck, new Progress(told), cancel), cancel)
                );
                return Print(new LabReport([.. rows], [], [], []), call.GetValue(json));
            }
        );
        return command;
    }

    private static Option<int> People(string description, int usual)
    {
        var people = new Option<int>("--people") { Description = description, DefaultValueFactory = _ => usual };
        people.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 10 or > 1_000_000)
            {
                given.AddError("--people goes from 10 to 1000000.");
            }
        });
        return people;
    }

    private static int Print(LabReport report, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, Written));
        }
        else
        {
            PlainText.Write(report, Console.Out);
        }

        return ExitCode.Done;
    }

    private static async Task<int> Run(LabOptions options, string? file, bool json, CancellationToken cancel)
    {
        if (file is not null)
        {
            try
            {
                options = options with { Worlds = [WorldFile.Parse(await File.ReadAllTextAsync(file, cancel))] };
            }
            catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{file} was not used: {error.Message}");
                return ExitCode.Refused;
            }
        }

        var report = await Terminal.WithProgress(
            "Living",
            1,
            told => Task.Run(() => Laboratory.Run(options, new Progress(told), cancel), cancel)
        );
        return Print(report, json);
    }

    private sealed class Progress(Action<double> told) : IProgress<double>
    {
        public void Report(double value) => told(value);
    }
}
