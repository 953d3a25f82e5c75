namespace Cairn.Harness;

/// <summary>What people, and others, put into a field.</summary>
public static class Texts
{
    public static readonly string TenThousand =
        string.Concat(Enumerable.Repeat("Long and longer. ", 600))[..9_999] + "!";

    public static readonly IReadOnlyList<string> All =
    [
        TenThousand,
        "אני רוצה לזוז יותר",
        "\u202Eright to left\u202C and back",
        "🪨🌱👩🏽‍🌾 🇩🇪 e\u0301",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "{0} %s ${x} @Model 'O''Brien'; DROP TABLE \"Goals\"; --",
    ];
}
