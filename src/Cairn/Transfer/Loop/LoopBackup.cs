namespace Cairn.Transfer.Loop;

/// <summary>What stands in a Loop Habit Tracker backup, as it stands there.</summary>
/// <param name="Version">Of the schema, from <c>PRAGMA user_version</c>.</param>
public sealed record LoopBackup(int Version, IReadOnlyList<LoopHabit> Habits, IReadOnlyList<LoopRepetition> Repetitions)
{
    /// <summary>The newest schema whose meaning is known (Loop 2.3.1).</summary>
    public const int NewestVersion = 25;

    /// <summary>The database was in write-ahead mode, whose newest part stands in a second file.</summary>
    public bool HadWriteAheadLog { get; init; }
}
