using System.Globalization;
using Cairn.Data;

namespace Cairn.Welcome;

/// <summary>Something that people would like to move, two for each area, with the ladder that it begins on.</summary>
public sealed record Example(string Key, string Area, string Ladder)
{
    public static readonly IReadOnlyList<Example> All =
    [
        new("Move", Areas.Health, "short-walk"),
        new("Sleep", Areas.Health, "wind-down-before-bed"),
        new("Thesis", Areas.Work, "thesis-writing"),
        new("Paperwork", Areas.Work, "expense-claims"),
        new("Home", Areas.Personal, "tidy-a-room"),
        new("Read", Areas.Personal, "read-books"),
    ];

    public string Goal => WelcomeWords.ResourceManager.GetString($"{Key}Goal", CultureInfo.CurrentUICulture)!;

    public static Example? Named(string? key) => All.FirstOrDefault(example => example.Key == key);
}
