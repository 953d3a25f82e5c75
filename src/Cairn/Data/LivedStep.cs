namespace Cairn.Data;

/// <summary>A step as it is on one day: the version in force, and the area of its goal now.</summary>
public sealed record LivedStep(Step Step, StepVersion Version, string Area)
{
    public Guid Id => Step.Id;

    /// <summary>Where its goal belonged before; empty for most.</summary>
    public IReadOnlyList<FormerArea> Before { get; init; } = [];

    /// <summary>The area of its goal on a day: what was said then is about that one.</summary>
    public string AreaOn(DateOnly day) =>
        Before.FirstOrDefault(former => former.From <= day && day < former.Until)?.Area ?? Area;

    /// <summary>Every area that it was in since this version of it began, with the first day there.</summary>
    public IEnumerable<(string Area, DateOnly From)> Areas =>
        Before
            .SelectMany(former => new[] { former.From, former.Until })
            .Append(Version.From)
            .Select(day => day > Version.From ? day : Version.From)
            .Distinct()
            .Select(day => (AreaOn(day), day));
}

/// <summary>An area in which a goal is no longer.</summary>
/// <param name="From">The first day there.</param>
/// <param name="Until">The first day elsewhere.</param>
public sealed record FormerArea(string Area, DateOnly From, DateOnly Until);
