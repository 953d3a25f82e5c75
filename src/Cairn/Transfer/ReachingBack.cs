using Cairn.Data;

namespace Cairn.Transfer;

/// <summary>A later file may reach further back than a step does; a step must be known on the first day of its entries.</summary>
internal static class ReachingBack
{
    /// <returns>The step as it is now, from that day on; null if it is known by then.</returns>
    public static StepVersion? To(DateOnly day, IReadOnlyList<StepVersion> versions, DateTimeOffset now) =>
        day < versions.Min(version => version.From)
            ? versions.MaxBy(version => version.Number)! with
            {
                Number = versions.Max(version => version.Number) + 1,
                From = day,
                Written = now,
            }
            : null;
}
