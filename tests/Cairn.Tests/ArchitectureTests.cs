using System.Reflection;
using System.Text.RegularExpressions;
using Cairn.Harness;
using Xunit;

namespace Cairn;

/// <summary>The arrows of the house: engine, lab, program, never back; features meet only in the data.</summary>
[InAnyZone]
public sealed partial class ArchitectureTests
{
    private static readonly string[] Features =
    [
        "Welcome",
        "Today",
        "Goals",
        "Steps",
        "Reflect",
        "Settings",
        "Routines",
        "Unstick",
        "Progress",
        "Insights",
        "History",
        "Leaving",
        "Accounts",
    ];

    /// <summary>Put together what features say and do: they may look at them, and none of them at these.</summary>
    private static readonly string[] Above = ["Report", "Api", "Supporters"];

    private static readonly string Source = Path.Combine(Root(), "src", "Cairn");

    [Fact]
    public void The_engine_knows_nothing_but_the_base_library_and_numbers()
    {
        var referenced = References(typeof(Engine.Capacity.Belief).Assembly);

        Assert.DoesNotContain(
            referenced,
            name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "MathNet.Numerics"
        );
        Assert.DoesNotContain(
            referenced,
            name =>
                name.Contains(".Net.", StringComparison.Ordinal)
                || name.EndsWith("IO.FileSystem", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_lab_knows_the_engine_and_not_the_program() =>
        Assert.DoesNotContain(References(Assembly.Load("Cairn.Lab")), name => name == "cairn");

    [Fact]
    public void Features_do_not_reach_into_each_other()
    {
        foreach (var feature in Features)
        {
            foreach (var file in Files(feature))
            {
                var others = Features
                    .Concat(Above)
                    .Where(other => other != feature && UsesOf(file).Contains($"Cairn.{other}"));
                Assert.True(!others.Any(), $"{file} uses {string.Join(", ", others)}: let them meet in Data");
            }
        }
    }

    [Fact]
    public void The_ground_floors_know_no_feature()
    {
        foreach (
            var file in new[]
            {
                "Data",
                "Shell",
                "Pictures",
                "People",
                "Ladders",
                "Splitting",
                "Questions",
                "Backups",
            }.SelectMany(Files)
        )
        {
            var features = Features.Concat(Above).Where(feature => UsesOf(file).Contains($"Cairn.{feature}"));
            Assert.True(!features.Any(), $"{file} uses {string.Join(", ", features)}");
        }
    }

    [Fact]
    public void A_file_has_one_subject_and_so_stays_short()
    {
        var tooLong = Directory
            .EnumerateFiles(Path.Combine(Root(), "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" or ".css")
            .Where(file => !Generated().IsMatch(file))
            .Select(file => (file, lines: File.ReadLines(file).Count()))
            .Where(file => file.lines > 400)
            .ToList();

        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Source, folder), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !Generated().IsMatch(file));

    private static HashSet<string> UsesOf(string file) =>
        [.. Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)];

    private static IReadOnlyList<string> References(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"^\s*@?using (Cairn\.\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"[/\\](obj|bin|Sqlite|Postgres)[/\\]|wwwroot[/\\]cairn\.css$")]
    private static partial Regex Generated();
}
