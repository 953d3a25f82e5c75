using Cairn.Data;

namespace Cairn.Supporters;

/// <summary>The parts of a goal, as a form has them: one box each.</summary>
public static class PartsWish
{
    /// <summary>What is chosen as long as nobody says otherwise: nothing that was written as free text.</summary>
    public const SharedParts Usual = SharedParts.Cairn | SharedParts.Ladder | SharedParts.Wins;

    public static readonly IReadOnlyList<SharedParts> All =
    [
        SharedParts.Cairn,
        SharedParts.Ladder,
        SharedParts.Wins,
        SharedParts.Why,
    ];

    public static SharedParts Read(IFormCollection form) =>
        All.Where(part => form.ContainsKey(FieldOf(part))).Aggregate(SharedParts.None, (parts, part) => parts | part);

    public static string FieldOf(SharedParts part) => part.ToString().ToLowerInvariant();

    public static string NameOf(SharedParts part) =>
        part switch
        {
            SharedParts.Cairn => SupportersWords.PartCairn,
            SharedParts.Ladder => SupportersWords.PartLadder,
            SharedParts.Wins => SupportersWords.PartWins,
            _ => SupportersWords.PartWhy,
        };
}
