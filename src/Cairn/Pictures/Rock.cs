using System.Text;

namespace Cairn.Pictures;

/// <summary>What a stone of an area is made of: a hue and a texture, so that neither has to be told by colour alone.</summary>
public static class Rock
{
    private static readonly string[] Own = ["heather", "clay", "chalk", "basalt"];

    /// <summary>The rock of an area; areas of one's own take the other rocks in turn, always the same one for a name.</summary>
    public static string Of(string area) =>
        area switch
        {
            "health" => "moss",
            "work" => "slate",
            "personal" => "sand",
            _ => Own[(int)(Seed.Hash(Encoding.UTF8.GetBytes(area)) % (ulong)Own.Length)],
        };

    /// <summary>The stone's rock with one of its two textures, as the picture names it.</summary>
    public static string Face(Stone stone) => $"{Of(stone.Area)}{(int)(Seed.Hash(stone.Id.ToByteArray()) >> 40) & 1}";
}
