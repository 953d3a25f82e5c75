using System.Collections.Immutable;

namespace Cairn.Lab.Report;

/// <summary>What becomes of the ranking if a guess is halved or doubled.</summary>
/// <param name="Guess">The parameter of the world.</param>
/// <param name="Factor">0.5 or 2.</param>
/// <param name="ByWins">Policies by wins, best first.</param>
/// <param name="ByVolume">Policies by volume, best first.</param>
/// <param name="Same">Whether both are ranked as in the world that was not changed, ties within 1 % aside.</param>
public sealed record SweepRow(
    string Guess,
    double Factor,
    ImmutableArray<string> ByWins,
    ImmutableArray<string> ByVolume,
    bool Same
);
