namespace Cairn.Engine.Capacity;

/// <summary>Facts in the order in which they are learned: by day, and within a day by kind, step and content.</summary>
internal static class Diary
{
    public static IEnumerable<IGrouping<DateOnly, Fact>> Sort(
        IEnumerable<Fact> facts,
        DateOnly? after,
        DateOnly through
    )
    {
        if (through < after)
        {
            throw new ArgumentException($"The belief already holds at the end of {after:O}.", nameof(through));
        }

        var sorted = facts.ToArray();
        foreach (var fact in sorted)
        {
            if (fact.Day <= after || fact.Day > through)
            {
                throw new ArgumentException(
                    $"A fact about {fact.Day:O} is outside {after:O} to {through:O}.",
                    nameof(facts)
                );
            }
        }

        Array.Sort(sorted, Compare);
        return sorted.GroupBy(fact => fact.Day);
    }

    private static int Compare(Fact a, Fact b)
    {
        var order = a.Day.CompareTo(b.Day);
        order = order != 0 ? order : Kind(a).CompareTo(Kind(b));
        return order != 0 ? order : Content(a).CompareTo(Content(b));
    }

    private static int Kind(Fact fact) =>
        fact switch
        {
            StepBegan => 0,
            Felt => 1,
            Seen => 2,
            Rested => 3,
            Won => 4,
            Missed => 5,
            _ => throw new ArgumentException($"Unknown fact {fact.GetType().Name}.", nameof(fact)),
        };

    private static (Guid, double, double, int) Content(Fact fact) =>
        fact switch
        {
            StepBegan began => (
                began.Step,
                began.Stated,
                began.Rulers.IsDefault ? 0 : began.Rulers.Length,
                (int)began.Scale
            ),
            Felt felt => (default, 0, 0, (int)felt.Feel),
            Rested rested => (rested.Step, 0, 0, 0),
            Won won => (won.Step, won.InForce.Target, won.Amount ?? 0, ((int)won.Tier * 2) + (won.ThatWasAll ? 1 : 0)),
            Missed missed => (missed.Step, missed.InForce.Target, missed.Amount ?? 0, (int)missed.Reason),
            _ => default,
        };
}
