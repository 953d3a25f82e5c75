using System.Globalization;
using Cairn.Data;

namespace Cairn.Welcome;

/// <summary>Something that people would like to move, two for each area, with a first step that fits.</summary>
public sealed record Example(string Key, string Area, double Amount)
{
    public static readonly IReadOnlyList<Example> All =
    [
        new("Move", Areas.Health, 20),
        new("Sleep", Areas.Health, 30),
        new("Thesis", Areas.Work, 25),
        new("Paperwork", Areas.Work, 20),
        new("Home", Areas.Personal, 15),
        new("Read", Areas.Personal, 10),
    ];

    public string Goal => Word("Goal");
    public string Step => Word("Step");
    public string Unit => Word("Unit");

    public static Example? Named(string? key) => All.FirstOrDefault(example => example.Key == key);

    private string Word(string part) =>
        WelcomeWords.ResourceManager.GetString($"{Key}{part}", CultureInfo.CurrentUICulture)!;
}
