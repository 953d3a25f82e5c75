using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Cairn.Splitting;

/// <summary>The way of splitting that answers one blocker: something to open with, rounds of work, something to close with.</summary>
/// <param name="Opening">Done once; the first is always the first two minutes.</param>
/// <param name="Round">Repeated for as long as the task is.</param>
/// <param name="Closing">Done once.</param>
public sealed record Recipe(ImmutableArray<Piece> Opening, ImmutableArray<Piece> Round, ImmutableArray<Piece> Closing)
{
    /// <summary>Names its parts first and begins with the smallest.</summary>
    private static readonly Recipe TooBig = new([Piece.Fixed(2), Piece.Fixed(2)], [Piece.Share(1)], [Piece.Fixed(1)]);

    /// <summary>Asks before it works.</summary>
    private static readonly Recipe Unclear = new(
        [Piece.Fixed(2), Piece.Fixed(3), Piece.Fixed(3)],
        [Piece.Share(1), Piece.Fixed(2)],
        [Piece.Fixed(1)]
    );

    /// <summary>Says what is good enough, is rough on purpose, and mends one thing.</summary>
    private static readonly Recipe Perfectionism = new(
        [Piece.Fixed(2), Piece.Fixed(2)],
        [Piece.Share(1)],
        [Piece.Share(.5), Piece.Fixed(1)]
    );

    /// <summary>Comes nearer a little at a time: each round is longer than the one before.</summary>
    private static readonly Recipe Fear = new(
        [Piece.Fixed(2), Piece.Fixed(2), Piece.Fixed(2)],
        [Piece.Rising],
        [Piece.Fixed(2)]
    );

    /// <summary>Short races with something pleasant after each.</summary>
    private static readonly Recipe Boring = new(
        [Piece.Fixed(2), Piece.Fixed(1)],
        [Piece.Share(.75), Piece.Fixed(2)],
        []
    );

    /// <summary>Half the usual size, with rest between.</summary>
    private static readonly Recipe LowEnergy = new(
        [Piece.Fixed(2), Piece.Fixed(2)],
        [Piece.Share(.5), Piece.Fixed(3)],
        [Piece.Fixed(1)]
    );

    /// <summary>Clears the surroundings, then works in stretches with a way back.</summary>
    private static readonly Recipe Distraction = new(
        [Piece.Fixed(2), Piece.Fixed(1), Piece.Fixed(2)],
        [Piece.Share(1), Piece.Fixed(2)],
        []
    );

    /// <summary>Leaves the choice with the person, again and again.</summary>
    private static readonly Recipe Resistance = new(
        [Piece.Fixed(2), Piece.Fixed(2), Piece.Fixed(1)],
        [Piece.Share(.75), Piece.Fixed(1)],
        []
    );

    public static Recipe For(Blocker blocker) =>
        blocker switch
        {
            Blocker.TooBig => TooBig,
            Blocker.Unclear => Unclear,
            Blocker.Perfectionism => Perfectionism,
            Blocker.Fear => Fear,
            Blocker.Boring => Boring,
            Blocker.LowEnergy => LowEnergy,
            Blocker.Distraction => Distraction,
            _ => Resistance,
        };
}

/// <summary>How long one piece is, measured against one sitting of this person.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Piece(double Minutes, double OfSitting)
{
    private const int RoundsToRise = 3;

    /// <summary>A third of a sitting in the first round, two thirds in the second, then all of it.</summary>
    public static Piece Rising => new(0, 0);

    public static Piece Fixed(double minutes) => new(minutes, 0);

    public static Piece Share(double ofSitting) => new(0, ofSitting);

    /// <param name="sitting">Minutes.</param>
    /// <param name="round">From 1.</param>
    public int In(int sitting, int round)
    {
        var wanted =
            Minutes > 0 ? Minutes
            : OfSitting > 0 ? sitting * OfSitting
            : sitting * Math.Min(1.0, (double)round / RoundsToRise);
        return Math.Clamp((int)Math.Floor(wanted), 1, sitting);
    }
}
