using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Api.Answers;
using Cairn.Api.Resources;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Goals;
using Cairn.Progress;
using Cairn.Settings;
using Cairn.Today.Actions;
using Win = Cairn.Today.Actions.Win;

namespace Cairn.Api.Document;

/// <summary>What is sent and answered, as an example: real records, so that none can say what the API does not.</summary>
public static class Examples
{
    private static readonly Guid GoalId = new("019caddd-2a40-7000-8000-000000000001");
    private static readonly Guid StepId = new("019caddd-2a40-7000-8000-000000000002");
    private static readonly Guid EntryId = new("019caddd-2a40-7000-8000-000000000003");
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly DateTimeOffset At = new(2026, 3, 2, 7, 40, 0, TimeSpan.FromHours(1));
    private static readonly BarsShown Bars = new(2, 7, 15, 0.97, 0.9, 0.52);

    private static readonly StepShown Walk = new(
        StepId,
        GoalId,
        StepKind.Practice,
        Version: 2,
        Day,
        "Walk",
        "min",
        Amount: 20,
        WorstDay: 2,
        Enough: null,
        Pinned: null,
        new RhythmShown("days", [DayOfWeek.Monday, DayOfWeek.Thursday]),
        Cue: "pour the coffee",
        Place: null,
        new TimeOnly(7, 30),
        Rehearsed: true,
        Obstacle: "it rains",
        PlanB: "walk the stairs",
        GoodEnough: null,
        Ladder: null,
        IsPutAway: false
    );

    private static readonly GoalShown Goal = new(
        GoalId,
        "Move more",
        "To keep up with the children",
        Areas.Health,
        GoalState.Open,
        At,
        Version: 1
    );

    private static readonly EntryShown Entry = new(
        EntryId,
        StepId,
        StepKind.Practice,
        Day,
        At,
        Outcome.Won,
        Tier.Target,
        Amount: 8,
        ThatWasAll: false,
        MissReason.None,
        Note: null,
        Bars,
        ReplacedBy: null
    );

    private static readonly NoticedShown Noticed = new(EntryId, Day, At, "I breathed before I answered");

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new DayShown(
            Day,
            IsToday: true,
            "Each one stays.",
            DayFeel.Fine,
            Off: null,
            ReservesLeft: 2,
            [
                new DayStepShown(
                    StepId,
                    GoalId,
                    StepKind.Practice,
                    "Walk",
                    "min",
                    "pour the coffee",
                    Bars,
                    new SaidShown(EntryId, Outcome.Won, Tier.Target, 8),
                    IsFree: false
                ),
            ],
            [],
            [Noticed],
            []
        ),
        new Taken(EntryId, TakenState.Saved, EntryId),
        new Win(StepId, Tier.Target, 8) { Id = EntryId },
        Goal,
        new Paged<GoalShown>([Goal], null),
        new GoalStandShown(
            GoalId,
            Stones: 41,
            Day.AddDays(-60),
            StepId,
            Bars,
            IsPaused: false,
            PausedUntil: null,
            StandsStill: false,
            [new DoneDay(Day, [new DoneThing("Walk", 8, "min")])]
        ),
        new NewGoal("Move more", Areas.Health, "To keep up with the children"),
        new GoalSaid("Move more, gently", "To keep up with the children", Areas.Health),
        new GoalStanding(GoalState.Done),
        Walk,
        new Paged<StepShown>([Walk], null),
        new NewStep("Walk", StepKind.Practice, 20, "min"),
        new StepSaid("Walk", 20, "min", WorstDay: 2, Cue: "pour the coffee", Time: new TimeOnly(7, 30)),
        new StepStanding(IsPutAway: true),
        Entry,
        new Paged<EntryShown>([Entry], new Cursor(Day, EntryId).ToString()),
        new EntrySaid("target", 8, "In the rain"),
        new Paged<NoticedShown>([Noticed], null),
        new Paged<CheckInShown>(
            [
                new CheckInShown(
                    Day,
                    new Dictionary<string, Answer>(StringComparer.Ordinal)
                    {
                        ["mood"] = Answer.Of(7),
                        ["best"] = Answer.Of("The walk in the rain"),
                    }
                ),
            ],
            null
        ),
        new ProgressShown(
            Stones: 41,
            Momentum: 63.5,
            [new MomentumShown(Day, 63.5, IsOff: false)],
            [new GrownStep("Walk", Areas.Health, "min", [new SizePoint(Day, 2, 7, 15)], 4, 7, 38)],
            [new ComebackShown(Day.AddDays(-9), Day.AddDays(-4), 4)]
        ),
        new CalendarShown(Day.Year, [new CalendarDay(Day, CalendarKind.Half, 2)]),
        new InsightsShown(
            RatedDays: 64,
            [new HunchShown(StepId, "Walk", 0.7, 0.3, 1.1, 0.86, 40, 22)],
            [new PromiseShown(9, 52, 47, 43, 50)],
            [new ExperimentShown(EntryId, StepId, "Walk", Day, Day.AddDays(83), IsOver: false, Rated: 12, Followed: 11)]
        ),
        new Preferences(
            "Europe/Berlin",
            new TimeOnly(4, 0),
            "de",
            Dial.Steady,
            OpenSteps: 5,
            new TimeOnly(17, 0),
            Celebration.Quiet
        ),
        new ImportShown(IsAdded: false, "loop", Goals: 2, Steps: 2, Entries: 5, Wins: 2, [], []),
        "The file, as it is"u8.ToArray(),
    }.ToDictionary(example => example is DayAction ? typeof(DayAction) : example.GetType());

    /// <returns>Null where somebody has forgotten one.</returns>
    public static JsonNode? Of(Type type, JsonSerializerOptions json) =>
        All.TryGetValue(type, out var example) ? JsonSerializer.SerializeToNode(example, type, json) : null;

    public static JsonNode? OfParameter(string name) =>
        name switch
        {
            "goal" => $"{GoalId}",
            "step" => $"{StepId}",
            "entry" or "said" or IdempotencyKey.Header => $"{EntryId}",
            "day" or "from" or "to" => "2026-03-02",
            "year" => 2026,
            "limit" => Paging.Usual,
            "cursor" => new Cursor(Day, EntryId).ToString(),
            "add" => true,
            "map" => new JsonArray("zone=Europe/Berlin"),
            "If-Match" => Tags.OfVersion(1),
            _ => null,
        };
}
