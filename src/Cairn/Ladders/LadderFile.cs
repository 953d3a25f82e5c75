using Cairn.Engine.Capacity;
using YamlDotNet.Core;

namespace Cairn.Ladders;

/// <summary>A ladder as a file: <c>area/id.yaml</c>. What the keys mean stands in docs/ladders.md.</summary>
public static class LadderFile
{
    /// <summary>The first rung is small enough for a newcomer who is half sure of the target.</summary>
    public const double TargetOverFirstRung = 7.5;

    private const int LongestTitle = 60;
    private const int LongestSentence = 160;
    private const int LongestNote = 500;
    private const int LargestFile = 64 * 1024;

    /// <returns>The ladder, or what is off, a sentence each that names file and line.</returns>
    public static (Ladder? Ladder, IReadOnlyList<string> Faults) Read(string area, string file, string text)
    {
        var name = $"{area}/{file}";
        if (text.Length > LargestFile)
        {
            return (null, [$"{name}, line 1: a ladder is at most {LargestFile / 1024} KiB long."]);
        }

        using var reader = new StringReader(text);
        var reading = new LadderReading(name, new Parser(reader));
        try
        {
            var ladder = Read(area, Path.GetFileNameWithoutExtension(file), reading);
            return (reading.Faults.Count == 0 ? ladder : null, reading.Faults);
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to some broken texts, such as an unfinished block within a list.
            return (null, [.. reading.Faults, $"{name}, line {reading.Line}: this is no YAML."]);
        }
        catch (YamlException error)
        {
            return (null, [.. reading.Faults, $"{name}, line {error.Start.Line}: this is no YAML: {error.Message}."]);
        }
    }

    private static Ladder? Read(string area, string file, LadderReading reading)
    {
        string? id = null;
        Said? title = null;
        Said? goodFor = null;
        Said? unit = null;
        Said? safety = null;
        Scale? scale = null;
        Start? start = null;
        double? enough = null;
        IReadOnlyList<Rung> rungs = [];
        IReadOnlyList<Said> cues = [];
        IReadOnlyList<Said> environment = [];
        IReadOnlyList<Obstacle> obstacles = [];
        IReadOnlyList<string> sources = [];
        IReadOnlyList<string> english = [];
        IReadOnlyList<string> german = [];
        var (startLine, rungsLine, enoughLine) = (0L, 0L, 0L);

        reading.Begin();
        reading.Keys(
            "a ladder",
            new("id", () => id = Id(reading, file)),
            new("unit", () => unit = reading.Both("unit", Data.CairnDb.UnitLength)),
            new("scale", () => scale = ScaleOf(reading)),
            new("start", () => (startLine, start) = (reading.Line, Begin(reading))),
            new("enough", () => (enoughLine, enough) = (reading.Line, reading.Amount("enough")), Needed: false),
            new("sources", () => sources = reading.List("sources", 0, 20, () => Source(reading)), Needed: false),
            new("title", () => title = reading.Both("title", LongestTitle)),
            new("good-for", () => goodFor = reading.Both("good-for", LongestNote)),
            new("rungs", () => (rungsLine, rungs) = (reading.Line, reading.List("rungs", 5, 12, () => Rung(reading)))),
            new("cues", () => cues = reading.List("cues", 3, 3, () => reading.Both("a cue", LongestSentence))),
            new(
                "environment",
                () =>
                    environment = reading.List("environment", 2, 2, () => reading.Both("environment", LongestSentence))
            ),
            new("obstacles", () => obstacles = reading.List("obstacles", 2, 2, () => Obstacle(reading))),
            new("safety", () => safety = reading.Both("safety", LongestNote), Needed: false),
            new(
                "search",
                () =>
                    reading.Keys(
                        "search",
                        new("en", () => english = Search(reading, "search in English")),
                        new("de", () => german = Search(reading, "search in German"))
                    )
            )
        );
        reading.End();
        if (id is null || title is null || goodFor is null || unit is null || scale is null || start is null)
        {
            return null;
        }

        CheckAmounts(reading, start, startLine, rungs, rungsLine, scale.Value);
        if (enough < start.Stretch)
        {
            reading.Fault(enoughLine, $"enough is {enough}; it cannot be below the stretch, {start.Stretch}");
        }

        return new Ladder
        {
            Id = id,
            Area = area,
            Title = title,
            GoodFor = goodFor,
            Unit = unit,
            Scale = scale.Value,
            Start = start,
            Enough = enough,
            Rungs = rungs,
            Cues = cues,
            Environment = environment,
            Obstacles = obstacles,
            Safety = safety,
            Sources = sources,
            SearchEn = english,
            SearchDe = german,
        };
    }

    private static void CheckAmounts(
        LadderReading reading,
        Start start,
        long startLine,
        IReadOnlyList<Rung> rungs,
        long rungsLine,
        Scale scale
    )
    {
        if (start.Floor > start.Target || start.Target > start.Stretch)
        {
            reading.Fault(startLine, "floor, target and stretch must rise");
        }

        for (var rung = 1; rung < rungs.Count; rung++)
        {
            if (rungs[rung].Amount <= rungs[rung - 1].Amount)
            {
                reading.Fault(rungsLine, $"rung {rung + 1} must be more than rung {rung}, {rungs[rung - 1].Amount}");
            }
        }

        if (rungs.Count > 0 && !rungs[0].Amount.Equals(start.Floor))
        {
            reading.Fault(startLine, $"the floor is {start.Floor}; it must be the first rung, {rungs[0].Amount}");
        }

        if (start.Floor * TargetOverFirstRung > start.Target)
        {
            reading.Fault(
                startLine,
                $"the first rung is {start.Floor}; for a target of {start.Target} it must be at most "
                    + $"{start.Target / TargetOverFirstRung:0.##}"
            );
        }

        double[] all = [start.Floor, start.Target, start.Stretch, .. rungs.Select(rung => rung.Amount)];
        if (scale != Scale.Fine && Array.Find(all, amount => amount % 1 != 0) is var part and > 0)
        {
            reading.Fault(startLine, $"the scale has whole numbers only, and there is {part}");
        }
    }

    private static string? Id(LadderReading reading, string file)
    {
        var line = reading.Line;
        var id = reading.Text("id", Data.CairnDb.LadderLength);
        if (id is null || (id == file && IsId(id)))
        {
            return id;
        }

        reading.Fault(line, $"the id \"{id}\" must be the file's name, in small letters, digits and hyphens");
        return null;
    }

    private static Scale? ScaleOf(LadderReading reading)
    {
        var line = reading.Line;
        var scale = reading.Text("scale", LongestTitle);
        switch (scale)
        {
            case "minutes":
                return Scale.Minutes;
            case "whole":
                return Scale.Whole;
            case "fine":
                return Scale.Fine;
            default:
                reading.Fault(line, "scale must be minutes, whole or fine");
                return null;
        }
    }

    private static Start? Begin(LadderReading reading)
    {
        double? floor = null;
        double? target = null;
        double? stretch = null;
        reading.Keys(
            "start",
            new("floor", () => floor = reading.Amount("floor")),
            new("target", () => target = reading.Amount("target")),
            new("stretch", () => stretch = reading.Amount("stretch"))
        );
        return floor is { } f && target is { } t && stretch is { } s ? new Start(f, t, s) : null;
    }

    private static Rung? Rung(LadderReading reading)
    {
        double? amount = null;
        string? en = null;
        string? de = null;
        reading.Keys(
            "a rung",
            new("amount", () => amount = reading.Amount("amount")),
            new("en", () => en = reading.Text("a rung in English", LongestSentence)),
            new("de", () => de = reading.Text("a rung in German", LongestSentence))
        );
        return amount is { } given && en is not null && de is not null ? new Rung(given, new Said(en, de)) : null;
    }

    private static Obstacle? Obstacle(LadderReading reading)
    {
        Said? when = null;
        Said? then = null;
        reading.Keys(
            "an obstacle",
            new("if", () => when = reading.Both("if", LongestSentence)),
            new("then", () => then = reading.Both("then", LongestSentence))
        );
        return when is not null && then is not null ? new Obstacle(when, then) : null;
    }

    private static IReadOnlyList<string> Search(LadderReading reading, string what) =>
        reading.List(what, 8, 20, () => reading.Text(what, LongestTitle));

    private static string? Source(LadderReading reading)
    {
        var line = reading.Line;
        var source = reading.Text("a source", LongestNote);
        if (source is null || IsSource(source))
        {
            return source;
        }

        reading.Fault(line, $"\"{source}\" is no source: write https://… or a DOI, 10.…/…");
        return null;
    }

    private static bool IsId(string id) =>
        id.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static bool IsSource(string source) =>
        source.StartsWith("10.", StringComparison.Ordinal) && source.Contains('/', StringComparison.Ordinal)
        || (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps);
}
