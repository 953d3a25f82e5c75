using Cairn.Engine.Capacity;
using Cairn.Lab.People;
using Cairn.Lab.Policies;

namespace Cairn.Lab.Scoring;

/// <summary>Lets simulated people live with a policy, and counts.</summary>
public static class Trial
{
    /// <summary>Days of a trial.</summary>
    public const int Days = 90;

    private const int FirstWeeks = 14;

    /// <summary>
    /// The same people and the same luck for every policy; people in parallel, summed in their order, so that the
    /// result does not depend on the number of cores.
    /// </summary>
    /// <param name="world">The world.</param>
    /// <param name="seed">Which luck.</param>
    /// <param name="people">How many people.</param>
    /// <param name="policy">Makes the policy of a person who has just arrived.</param>
    /// <param name="observer">
    /// Makes a belief that looks on and forecasts; without one, the chances that the policy itself shows are scored.
    /// </param>
    /// <param name="stop">Ends it early.</param>
    public static Tally Run(
        World world,
        int seed,
        int people,
        Func<SimulatedPerson, Policy> policy,
        Func<SimulatedPerson, Student>? observer = null,
        CancellationToken stop = default
    )
    {
        var tallies = new Tally[people];
        Parallel.For(
            0,
            people,
            new ParallelOptions { CancellationToken = stop },
            number => tallies[number] = Live(new SimulatedPerson(world, seed, number), policy, observer)
        );
        var sum = new Tally();
        foreach (var tally in tallies)
        {
            sum.Add(tally);
        }

        return sum;
    }

    private static Tally Live(
        SimulatedPerson person,
        Func<SimulatedPerson, Policy> makePolicy,
        Func<SimulatedPerson, Student>? makeObserver
    )
    {
        var policy = makePolicy(person);
        var observer = makeObserver?.Invoke(person);
        var tally = new Tally();
        var averages = new RunningAverage[SimulatedPerson.Steps, 3];
        for (var step = 0; step < SimulatedPerson.Steps; step++)
        {
            for (var bar = 0; bar < 3; bar++)
            {
                averages[step, bar] = new();
            }
        }

        for (var day = 0; day < Days && person.IsActive; day++)
        {
            person.Wake();
            var answers = new Answer[SimulatedPerson.Steps];
            for (var step = 0; step < answers.Length; step++)
            {
                var bars = policy.Offer(person, step);
                var shown = observer?.Bars(person, step, Dial.Steady, bars) ?? bars;
                var truths = Truths(person, step, bars);
                var starts = person.Starts(step);
                var answer = person.Answer(step, bars);
                answers[step] = answer;
                tally.Offer(answer.Tier is not null, answer.Volume);
                if (day >= FirstWeeks)
                {
                    tally.OfferLater(answer.Tier is not null, starts);
                }

                Score(tally, averages, answer, shown, truths);
            }

            policy.Hear(person, answers);
            observer?.Learn(person, answers);
            person.Sleep(answers.Any(answer => answer.Tier is not null));
        }

        tally.End(person.IsActive);
        return tally;
    }

    private static (double, double, double) Truths(SimulatedPerson person, int step, Bars bars) =>
        (
            person.TrueChance(step, Size(bars.Floor)),
            person.TrueChance(step, Size(bars.Target)),
            person.TrueChance(step, Size(bars.Stretch))
        );

    private static double Size(double amount) => Math.Log(amount / SimulatedPerson.Stated);

    private static void Score(
        Tally tally,
        RunningAverage[,] averages,
        Answer answer,
        Bars shown,
        (double Floor, double Target, double Stretch) truth
    )
    {
        Add(0, answer.Bars.Floor, shown.FloorChance, truth.Floor, tally.Floor);
        if (answer.Bars.Stretch > answer.Bars.Floor)
        {
            Add(0, answer.Bars.Floor, shown.FloorChance, truth.Floor, tally.Bars);
            Add(1, answer.Bars.Target, shown.TargetChance, truth.Target, tally.Bars);
            Add(2, answer.Bars.Stretch, shown.StretchChance, truth.Stretch, tally.Bars);
            averages[answer.Step, 1].Learn(answer.Could >= answer.Bars.Target);
            averages[answer.Step, 2].Learn(answer.Could >= answer.Bars.Stretch);
        }

        averages[answer.Step, 0].Learn(answer.Could >= answer.Bars.Floor);

        void Add(int bar, double amount, double chance, double true_, Forecasts forecasts) =>
            forecasts.Add(chance, averages[answer.Step, bar].Chance, true_, answer.Could >= amount);
    }
}
