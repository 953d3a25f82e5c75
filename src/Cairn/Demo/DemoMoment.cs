using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Demo;

/// <summary>Something that a simulated person counts whenever it happens.</summary>
public sealed record DemoMoment(Goal Goal, Step Step, StepVersion Version)
{
    private static readonly (string Area, string Goal, string Why, string Step)[] All =
    [
        (Areas.Personal, "A longer fuse", "So that nobody at home is afraid of me", "Breathe out before I answer"),
        (Areas.Health, "Less sugar", "My teeth, and my afternoons", "Water instead of lemonade"),
        (Areas.Work, "Say what I need", "Nobody reads minds", "Ask instead of guessing"),
    ];

    public static DemoMoment Begin(DemoDice dice, Guid person, int place, DateOnly day, DateTimeOffset at)
    {
        var (area, title, why, name) = dice.One(All);
        var goal = new Goal
        {
            PersonId = person,
            Id = dice.Id(at),
            Title = title,
            Why = why,
            Area = area,
            Created = at,
        };
        var step = new Step
        {
            PersonId = person,
            Id = dice.Id(at),
            GoalId = goal.Id,
            Kind = StepKind.Moment,
            Position = place,
            Created = at,
        };
        var version = new StepVersion
        {
            PersonId = person,
            StepId = step.Id,
            Number = 1,
            From = day,
            Name = name,
            Unit = "times",
            Scale = Scale.Whole,
            Stated = 1,
            Cue = "I notice it",
            Written = at,
        };
        return new DemoMoment(goal, step, version);
    }
}
