namespace Cairn.Engine.Capacity;

/// <summary>How amounts of a step are said aloud; <see cref="Amounts"/> rounds on it.</summary>
public enum Scale
{
    /// <summary>Minutes: 1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 45, 60 and on.</summary>
    Minutes,

    /// <summary>Whole repetitions; two significant digits from one hundred on.</summary>
    Whole,

    /// <summary>Tenths: kilometres, litres.</summary>
    Fine,
}
