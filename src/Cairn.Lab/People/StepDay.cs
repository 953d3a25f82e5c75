namespace Cairn.Lab.People;

/// <summary>The luck of one step on one day.</summary>
internal sealed record StepDay(
    double Noise,
    double Drift,
    double Start,
    double Go,
    double Reason,
    double Amount,
    double Dither
);
