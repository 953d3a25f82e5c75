namespace Cairn.Progress;

/// <summary>A value on a day, and the band around it; without one all three are the same.</summary>
public sealed record ChartPoint(DateOnly Day, double Low, double Middle, double High)
{
    public ChartPoint(DateOnly day, double value)
        : this(day, value, value, value) { }
}
