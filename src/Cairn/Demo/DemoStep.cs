using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Demo;

/// <summary>A step of a simulated person, and the capacity that the belief has to find out about.</summary>
public sealed record DemoStep(
    DemoIdea Idea,
    double Capacity,
    Goal Goal,
    Step Step,
    StepVersion Version,
    Confidence Sure
)
{
    public Guid Id => Step.Id;

    /// <summary>Something that is not in the life yet, begun on a day.</summary>
    public static DemoStep Begin(
        DemoDice dice,
        Guid person,
        int place,
        IEnumerable<DemoIdea> taken,
        DateOnly day,
        DateTimeOffset at
    )
    {
        var known = taken.ToList();
        var fresh = DemoIdea.All.Where(idea => !known.Contains(idea)).ToList();
        var otherArea = fresh.Where(idea => place >= 3 || known.All(before => before.Area != idea.Area)).ToList();
        var idea = dice.One(otherArea);
        var capacity = idea.Capacity * Math.Exp(dice.Normal(.4));
        var scale = Units.ScaleOf(idea.Unit);
        var goal = new Goal
        {
            PersonId = person,
            Id = dice.Id(at),
            Title = idea.Goal,
            Why = idea.Why,
            Area = idea.Area,
            Created = at,
        };
        var step = new Step
        {
            PersonId = person,
            Id = dice.Id(at),
            GoalId = goal.Id,
            Kind = StepKind.Practice,
            Position = place,
            Created = at,
        };
        var version = new StepVersion
        {
            PersonId = person,
            StepId = step.Id,
            Number = 1,
            From = day,
            Name = idea.Step,
            Unit = idea.Unit,
            Scale = scale,
            Stated = idea.Stated,
            WorstDay = Amounts.RoundDown(idea.Stated / 10, scale),
            Cue = idea.Cue,
            Written = at,
        };
        var sure = new Confidence
        {
            PersonId = person,
            Id = dice.Id(at),
            StepId = step.Id,
            Day = day,
            Amount = idea.Stated,
            Rating = Math.Clamp((int)Math.Round(7 + (3 * Math.Log(capacity / idea.Stated)) + dice.Normal(1)), 5, 10),
            At = at,
        };
        return new DemoStep(idea, capacity, goal, step, version, sure);
    }
}
