using System.Collections.Immutable;

namespace Cairn.Engine.Effects;

/// <summary>
/// Tier A: which actions go with better or worse evenings, once yesterday, the weekend, the season and the morning
/// have had their share. It only proposes; a test by coin concludes. Evidence 4.3.
/// </summary>
public static class Hunches
{
    /// <summary>Fewer rated days show nothing.</summary>
    public const int FewestDays = 28;

    /// <summary>Fewer days with the action, or without it, show nothing.</summary>
    public const int FewestOfEach = 8;

    /// <summary>The chance, before looking, that an action does something; with many actions it is less.</summary>
    internal const double MostLikely = 0.15;

    // However many are tried, about two matter: docs/decisions/0301.
    private const double WorkingActions = 1.8;

    private const int MostShown = 2;
    private const double MorningsNeeded = 0.7;

    /// <summary>What may be shown unasked: two at most, the surest first; usually none.</summary>
    public static ImmutableArray<Hunch> Show(Logbook log) =>
        [.. Weigh(log).Where(hunch => hunch.IsWorthShowing).OrderByDescending(hunch => hunch.Chance).Take(MostShown)];

    /// <summary>Every action with enough days, the one most worth testing first.</summary>
    public static ImmutableArray<Hunch> Weigh(Logbook log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var rated = Enumerable.Range(0, log.Days).Where(day => !double.IsNaN(log.Evening[day])).ToArray();
        if (rated.Length < FewestDays)
        {
            return [];
        }

        var all = new Frame(log, rated);
        var asked = new List<Asked>(log.Actions.Length);
        for (var action = 0; action < log.Actions.Length; action++)
        {
            var done = log.Done[action];
            var known = Array.FindAll(rated, day => !double.IsNaN(done[day]));
            var with = known.Count(day => done[day] > 0);
            if (known.Length >= FewestDays && with >= FewestOfEach && known.Length - with >= FewestOfEach)
            {
                var frame = known.Length == rated.Length ? all : new Frame(log, known);
                asked.Add(new(log.Actions[action], frame, Columns.Of(known, day => done[day]), with));
            }
        }

        var prior = Math.Min(MostLikely, WorkingActions / asked.Count);
        return
        [
            .. asked
                .Select(one => one.Answer(prior))
                .OfType<Hunch>()
                .OrderByDescending(hunch => hunch.Chance * Math.Abs(hunch.Effect)),
        ];
    }

    /// <summary>An action with enough days.</summary>
    private sealed record Asked(Guid Action, Frame Frame, double[] Done, int With)
    {
        public Hunch? Answer(double prior) =>
            Link.Between(Done, Frame.Evening, Frame.Background, prior) is { } belief
                ? new(
                    Action,
                    belief.Chance,
                    belief.Shown,
                    belief.Quantile(0.1),
                    belief.Quantile(0.9),
                    With,
                    Done.Length - With,
                    Frame.Mornings < MorningsNeeded
                )
                : null;
    }

    /// <summary>Some rated days, and what else may explain their evenings.</summary>
    private sealed class Frame(Logbook log, int[] days)
    {
        public double[] Evening { get; } = Columns.Of(days, day => log.Evening[day]);

        public double Mornings { get; } = days.Count(day => !double.IsNaN(log.Morning[day])) / (double)days.Length;

        // Never a value from the future, nor one from between the action and the evening.
        public Background Background { get; } =
            new([
                Columns.Ones(days),
                .. Columns.Known(days, Columns.Yesterday(log.Evening)),
                Columns.Weekend(days, log),
                Columns.Time(days),
                Columns.TimeSquared(days),
                .. Columns.Known(days, day => log.Morning[day]),
            ]);
    }
}
