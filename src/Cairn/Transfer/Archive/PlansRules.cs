using Cairn.Data;

namespace Cairn.Transfer.Archive;

/// <summary>What holds in the plans of every true archive.</summary>
internal static class PlansRules
{
    private const int MostTasks = 2_000;

    public static string? Broken(ArchiveFacts facts)
    {
        var plans = facts.Plans;
        var goals = facts.Goals.Select(goal => goal.Id).ToHashSet();
        var steps = facts.Steps.Select(step => step.Id).ToHashSet();
        var owners = goals.Concat(steps).ToHashSet();
        return plans.GoalVersions.FirstOrDefault(v => !goals.Contains(v.Goal) || !IsSound(v)) is { } version
                ? $"version {version.Number} of goal {version.Goal} cannot be"
            : plans.Outlines.FirstOrDefault(o => !owners.Contains(o.Owner) || !IsSound(o)) is { } outline
                ? $"the list {outline.Number} of {outline.Owner} cannot be"
            : plans.Routines.FirstOrDefault(r => !r.Steps.All(steps.Contains) || !IsSound(r)) is { } routine
                ? $"the routine {routine.Id} cannot be"
            : (plans.Cheers ?? []).FirstOrDefault(c => !goals.Contains(c.Goal) || !IsSound(c)) is { } cheer
                ? $"the cheer {cheer.Id} cannot be"
            : ArchiveRules.Twice(plans.GoalVersions.Select(v => (v.Goal, v.Number)))
            || ArchiveRules.Twice(plans.Outlines.Select(o => (o.Owner, o.Kind, o.Number)))
            || ArchiveRules.Twice(plans.Routines.Select(r => (r.Id, r.Number)))
            || ArchiveRules.Twice((plans.Cheers ?? []).Select(c => c.Id))
                ? "something is in its plans twice"
            : null;
    }

    private static bool IsSound(ArchivedGoalVersion version) =>
        version.Number >= 1
        && Enum.IsDefined(version.State)
        && ArchiveRules.Fits(version.Title, CairnDb.TitleLength)
        && ArchiveRules.Fits(version.Why, CairnDb.NoteLength)
        && ArchiveRules.Fits(version.Area, CairnDb.UnitLength);

    private static bool IsSound(ArchivedOutline outline) =>
        outline.Number >= 1
        && Enum.IsDefined(outline.Kind)
        && outline.Tasks.Count <= MostTasks
        && outline.Tasks.All(task =>
            task.Depth is >= 0 and <= 10
            && task.Minutes is >= 0 and <= 100_000
            && ArchiveRules.Fits(task.Text, CairnDb.TitleLength)
        )
        && !ArchiveRules.Twice(outline.Tasks.Select(task => task.Id));

    private static bool IsSound(ArchivedCheer cheer) =>
        cheer.Text.Length > 0 && ArchiveRules.Fits(cheer.Text, Cheer.LongestText);

    private static bool IsSound(ArchivedRoutine routine) =>
        routine.Number >= 1
        && routine.Steps.Count <= CairnDb.MostStepsOfRoutine
        && routine.Minutes is null or (> 0 and <= 1440)
        && ArchiveRules.Fits(routine.Name, CairnDb.TitleLength);
}
