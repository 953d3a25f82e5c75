using System.Text.Json;
using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;

namespace Cairn.Data;

/// <summary>
/// A person's momentum at the end of a day, with what is needed to go on from there without the years before: of each
/// practice the last days that "so many times in some days" looks back to. Derived, as the belief is.
/// </summary>
/// <param name="Value">Momentum of all practices, 0 to 100.</param>
/// <param name="Reaches">By step; of those that had begun.</param>
public sealed record MomentumStand(double Value, IReadOnlyDictionary<Guid, Reach> Reaches)
{
    /// <summary>Two ways of adding up the same days differ by less.</summary>
    private const double Rounding = 1e-6;

    /// <summary>The stand at the end of a day that is over.</summary>
    /// <param name="records">What was said about the days after <paramref name="since"/>, or about all.</param>
    /// <param name="through">The day.</param>
    /// <param name="since">An earlier day to go on from, and its stand; null to begin at the beginning.</param>
    /// <returns>Null where the earlier stand does not say enough: then begin at the beginning.</returns>
    public static MomentumStand? At(Records records, DateOnly through, (DateOnly Day, MomentumStand Stand)? since)
    {
        // Seen from the day after, so that it is over.
        if (Line(records, through.AddDays(1), since) is not { } line)
        {
            return null;
        }

        // Those that were put away as well: they may be taken up again.
        var reaches = Practices(records)
            .Select(step => records.StepOn(step, through))
            .OfType<LivedStep>()
            .OrderBy(step => step.Id)
            .ToDictionary(
                step => step.Id,
                step => Reach.Of(HistoryOf(records, step.Id, since), through, step.Version.Rhythm)
            );
        return new MomentumStand(line.On(through), reaches);
    }

    /// <summary>Momentum of all practices, day by day.</summary>
    /// <param name="records">What was said about the days after <paramref name="since"/>, or about all.</param>
    /// <param name="today">The person's day.</param>
    /// <param name="since">An earlier day to go on from, and its stand; null to begin at the beginning.</param>
    /// <param name="except">A win that is left out.</param>
    /// <returns>Null where the earlier stand does not say enough.</returns>
    public static MomentumLine? Line(
        Records records,
        DateOnly today,
        (DateOnly Day, MomentumStand Stand)? since,
        Entry? except = null
    )
    {
        var practices = Practices(records);
        if (since is not { } known)
        {
            return MomentumLine.Of(practices.Select(HistoryWithout), today);
        }

        var open = practices
            .Select(step => (Step: step, Rhythms: RhythmsAfter(records, step, known.Day)))
            .Where(step => step.Rhythms.Count > 0)
            .ToList();
        return open.TrueForAll(step => known.Stand.SaysEnoughOf(records, step.Step, step.Rhythms, known.Day))
            ? MomentumLine.Continue(
                open.Select(step => HistoryWithout(step.Step)),
                today,
                new MomentumDay(known.Day, known.Stand.Value, Change: 0, Counts: true, IsOff: false)
            )
            : null;

        StepHistory HistoryWithout(Guid step)
        {
            var history = HistoryOf(records, step, since);
            return step == except?.StepId ? history with { Wins = history.Wins.Remove(except.Day) } : history;
        }
    }

    public string Save() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <returns>Null for what cannot be read: it is derived, and will be worked out anew.</returns>
    public static MomentumStand? Load(string? saved)
    {
        try
        {
            return saved is null ? null : JsonSerializer.Deserialize<MomentumStand>(saved, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>They say the same, whichever way the days were added up.</summary>
    public bool SaysTheSame(MomentumStand other) =>
        Math.Abs(Value - other.Value) < Rounding
        && string.Equals((this with { Value = 0 }).Save(), (other with { Value = 0 }).Save(), StringComparison.Ordinal);

    private static IEnumerable<Guid> Practices(Records records) =>
        records
            .Versions.Where(version => version.Step.Kind == StepKind.Practice)
            .Select(version => version.Id)
            .Distinct();

    /// <summary>The rhythms of a step that hold on days after a day; none once it is put away.</summary>
    private static List<Rhythm> RhythmsAfter(Records records, Guid step, DateOnly day)
    {
        var inForce = records.StepOn(step, day)?.Version;
        return
        [
            .. records
                .Versions.Where(version => version.Id == step && !version.Version.Archived)
                .Where(version => version.Version.From > day || version.Version == inForce)
                .Select(version => version.Version.Rhythm),
        ];
    }

    private bool SaysEnoughOf(Records records, Guid step, List<Rhythm> rhythms, DateOnly day) =>
        records.FirstDayOf(step) > day
        || rhythms.Max(Reach.PlacesOf) <= (Reaches.TryGetValue(step, out var reach) ? reach.Places : 0);

    /// <summary>What the stand remembers of the days before it is part of the history.</summary>
    private static StepHistory HistoryOf(Records records, Guid step, (DateOnly Day, MomentumStand Stand)? since)
    {
        if (since is not { } known || !known.Stand.Reaches.TryGetValue(step, out var reach))
        {
            return Histories.Of(records, step);
        }

        var history = Histories.Of(records, step, reach.Off.Select(ago => known.Day.AddDays(-ago)));
        return history with { Wins = history.Wins.Union(reach.Wins.Select(ago => known.Day.AddDays(-ago))) };
    }
}

/// <summary>The last days through a day that "so many times in some days" looks back to, as days ago.</summary>
/// <param name="Places">How many days that are, days off not counted.</param>
/// <param name="Wins">Those with a win.</param>
/// <param name="Off">The days off among them.</param>
public sealed record Reach(int Places, IReadOnlyList<int> Wins, IReadOnlyList<int> Off)
{
    /// <summary>Whoever changes to some times a week is known far enough back.</summary>
    private const int Fewest = 14;

    /// <summary>Momentum looks at two such stretches.</summary>
    public static int PlacesOf(Rhythm rhythm) => rhythm.Kind == RhythmKind.Often ? 2 * rhythm.Days : 0;

    public static Reach Of(StepHistory step, DateOnly through, Rhythm rhythm)
    {
        var reach = new Reach(Math.Max(Fewest, PlacesOf(rhythm)), [], []);
        var (wins, off) = (new List<int>(), new List<int>());
        for (var (ago, left) = (0, reach.Places); left > 0; ago++)
        {
            var day = through.AddDays(-ago);
            if (!(day >= step.Plan.Begins))
            {
                break;
            }

            if (step.Plan.On(day).IsOff())
            {
                off.Add(ago);
            }
            else if (step.Plan.RhythmOn(day).Kind != RhythmKind.None)
            {
                left--;
            }

            if (step.Wins.Contains(day))
            {
                wins.Add(ago);
            }
        }

        return reach with
        {
            Wins = wins,
            Off = off,
        };
    }
}
