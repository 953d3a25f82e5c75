namespace Cairn.Pictures;

/// <summary>Where a stone came to rest: pixels, to the right of and above the foot of its cairn.</summary>
/// <param name="Stone">The stone.</param>
/// <param name="Shape">Its silhouette, an index into <see cref="Quarry.Shapes"/>.</param>
/// <param name="X">Its centre, to the right of the cairn's axis.</param>
/// <param name="Height">Its centre, above the ground.</param>
/// <param name="Width">Its width before the tilt.</param>
/// <param name="Thickness">Its height before the tilt.</param>
/// <param name="Slope">Rise of the right end for each pixel to the right.</param>
/// <param name="TouchX">The middle of the line on which it rests.</param>
/// <param name="TouchWidth">That line's length.</param>
/// <param name="Row">0 for the cairn itself, 1 and more for stones laid down in front of it.</param>
/// <param name="OnGround">Whether nothing but the ground carries it.</param>
public readonly record struct Seat(
    Stone Stone,
    int Shape,
    double X,
    double Height,
    double Width,
    double Thickness,
    double Slope,
    double TouchX,
    double TouchWidth,
    int Row,
    bool OnGround
)
{
    public StoneShape Outline => Quarry.Shapes[Shape];

    public double Left => X - (Width / 2);

    public double Right => X + (Width / 2);

    public double Top => TopAt(X);

    /// <summary>How high the stone's upper face is at <paramref name="x"/>.</summary>
    public double TopAt(double x) => Height + ((x - X) * Slope) + (Outline.Above((x - X) * 2 / Width) * Thickness / 2);

    /// <summary>How high the stone's lower face is at <paramref name="x"/>.</summary>
    public double BottomAt(double x) =>
        Height + ((x - X) * Slope) - (Outline.Below((x - X) * 2 / Width) * Thickness / 2);
}
