namespace Cairn.Lab.Exact;

/// <summary>What a day came to, as far as it was told.</summary>
internal enum Outcome
{
    Nothing,
    Floor,
    Target,
    Forgotten,
    TooBig,
}
