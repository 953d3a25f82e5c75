using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>A belief that follows a person's days, through the same door as the program.</summary>
public sealed class Student
{
    private static readonly Guid[] Keys =
    [
        new("0195a000-0000-7000-8000-000000000001"),
        new("0195a000-0000-7000-8000-000000000002"),
        new("0195a000-0000-7000-8000-000000000003"),
    ];

    private readonly bool morning;
    private Belief belief;

    /// <summary>Somebody new, known by the ruler.</summary>
    public Student(SimulatedPerson person, Parameters parameters, bool ruler, bool morning)
    {
        this.morning = morning;
        var began = Keys.Select(
            (key, step) =>
                new StepBegan(
                    person.Day,
                    key,
                    SimulatedPerson.Stated,
                    Scale.Fine,
                    ruler ? [.. person.Rulers(step)] : []
                )
        );
        belief = Belief.Of(parameters).After(began, person.Day);
    }

    /// <summary>The bars of a step this morning.</summary>
    public Bars Bars(SimulatedPerson person, int step, Dial dial, Bars? pinned = null) =>
        belief.BarsOn(person.Day, Keys[step], new(null, null, pinned), dial, Feel(person));

    /// <summary>The chance of an amount this morning.</summary>
    public double Chance(SimulatedPerson person, int step, double amount) =>
        belief.ChanceOn(person.Day, Keys[step], amount, Feel(person));

    /// <summary>Learns a whole day.</summary>
    public void Learn(SimulatedPerson person, IReadOnlyList<Answer> answers)
    {
        var facts = new List<Fact>(answers.Count + 1);
        if (morning)
        {
            facts.Add(new Felt(person.Day, person.Feel));
        }

        foreach (var answer in answers)
        {
            var key = Keys[answer.Step];
            facts.Add(
                answer.Tier is { } tier
                    ? new Won(person.Day, key, answer.Bars, tier, answer.Told, answer.ThatWasAll)
                    : new Missed(person.Day, key, answer.Bars, answer.Reason, answer.Told)
            );
        }

        belief = belief.After(facts, person.Day);
    }

    private DayFeel? Feel(SimulatedPerson person) => morning ? person.Feel : null;
}
