using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Api.Answers;
using Cairn.Api.Resources;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Stagnation;
using Cairn.Goals;
using Cairn.Insights;
using Cairn.Ladders;
using Cairn.Progress;
using Cairn.Reflect.Letters;
using Cairn.Reflect.Weeks;
using Cairn.Settings;
using Cairn.Splitting;
using Cairn.Today.Actions;
using Win = Cairn.Today.Actions.Win;

namespace Cairn.Api.Document;

/// <summary>What is sent and answered, as an example: real records, so that none can say what the API does not.</summary>
public static class Examples
{
    private static readonly Guid GoalId = new("019caddd-2a40-7000-8000-000000000001");
    private static readonly Guid StepId = new("019caddd-2a40-7000-8000-000000000002");
    private static readonly Guid EntryId = new("019caddd-2a40-7000-8000-000000000003");
    private static readonly Guid RoutineId = new("019caddd-2a40-7000-8000-000000000004");
    private static readonly Guid ExperimentId = new("019caddd-2a40-7000-8000-000000000005");
    private static readonly Guid TaskId = new("019caddd-2a40-7000-8000-000000000006");
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly DateTimeOffset At = new(2026, 3, 2, 7, 40, 0, TimeSpan.FromHours(1));
    private const string Ladder = "body-scan";
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

    private static readonly RoutineShown Morning = new(RoutineId, "Morning", Minutes: 15, [StepId], Version: 1);

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
            [new HunchShown(StepId, "Walk", 0.7, 0.3, 1.1, 0.86, 40, 22, MorningMayExplain: false)],
            [],
            [new PromiseShown(9, 52, 47, 43, 50)],
            new BestAndHardestShown(64, new HeldShown(0.92, 0.15), new HeldShown(0.46, 0.54)),
            new SpiralShown(new LinkShown(1.1, 0.5, 1.7, 0.93, 64), new LinkShown(0.05, 0.02, 0.08, 0.88, 58)),
            new EveningsShown(
                2,
                new MeansShown(14, 5.2, 5, null),
                new MeansShown(30, 6.1, 6, 6),
                new MeansShown(20, 7, 6.8, 7)
            ),
            [
                new ExperimentShown(
                    ExperimentId,
                    StepId,
                    "Walk",
                    Day,
                    Day.AddDays(83),
                    IsOver: false,
                    Rated: 12,
                    Followed: 11
                ),
            ]
        ),
        new HunchStanding(IsIgnored: true),
        new WeekShown(
            Day,
            Day.AddDays(6),
            [new DayStones(Day, 3)],
            [new BestMoment(Day, "The walk in the rain")],
            BestOfAll: null,
            InTheWay: "No quiet place",
            Easier: null,
            IsRecent: true,
            [
                new ReviewedShown(
                    StepId,
                    "Walk",
                    4,
                    IsResting: false,
                    RestsUntil: null,
                    IsSmaller: false,
                    IsPutAway: false
                ),
            ]
        ),
        new Paged<LetterTitle>([new LetterTitle(EntryId, "2026-02", Day)], null),
        new LetterShown(
            "2026-02",
            new DateOnly(2026, 2, 1),
            new DateOnly(2026, 2, 28),
            Day,
            new LetterFacts
            {
                Stones = 41,
                DaysWithStones = 20,
                Days = 28,
                Comebacks = 1,
                Areas = [new CountOf(Areas.Health, 41)],
                MostOften = new CountOf("Walk", 30),
                Growth = new Growth(5, 8, "min"),
                Moments = [new Reflect.Letters.Moment(new DateOnly(2026, 2, 14), "The walk in the rain")],
                Helped = new CountOf("people", 6),
            }
        ),
        new EasierOfWeek("Put the shoes by the door"),
        new EasierOfDay("Put the shoes by the door", GoalId),
        Morning,
        new RoutineSaid("Morning, gently", [StepId], Minutes: 15),
        new Paged<RoutineShown>([Morning], null),
        new RoutineStandShown(
            RoutineId,
            Usual: 7,
            Shortest: 2,
            Uncounted: 0,
            Done: 0,
            [new RoutineStepShown(StepId, StepKind.Practice, "Walk", "min", Bars, Said: null, Began: null)]
        ),
        new ExperimentStandShown(
            ExperimentId,
            StepId,
            "Walk",
            Day.AddDays(-30),
            Day.AddDays(53),
            IsOver: false,
            Asks: true,
            NextLook: 56,
            new VerdictShown(28, IsClear: false, 0.4, -0.5, 1.3, 0.995, 0.21, 13, 12),
            [new CoinDay(Day.AddDays(-30), Asked: true, Done: true, Evening: 7)]
        ),
        new UnstickShown(new StuckShown(GoalId, StepId, "Walk", StallKind.Task)),
        new TwoMinutesShown("Walk", ["Stand by the door with your shoes on"]),
        new TwoMinutesSaid("Stand by the door with your shoes on"),
        new TreeSaid([new TaskSaid(TaskId, "Find last year’s letter", 2)]),
        new TreeShown(GoalId, Sitting: 10, [new TaskShown(TaskId, 0, "Find last year’s letter", 2, IsDone: false)]),
        new SuggestedShown([new Draft(0, "Find last year’s letter", 2)]),
        new Paged<LadderTitle>(
            [
                new LadderTitle(
                    Ladder,
                    Areas.Health,
                    "A journey through the body",
                    "Lying or sitting still and noticing what is there",
                    "Lie down and feel where your heels touch the ground"
                ),
            ],
            null
        ),
        new LadderShown(
            Ladder,
            Areas.Health,
            "A journey through the body",
            "Lying or sitting still and noticing what is there",
            "min",
            Scale.Minutes,
            new Start(1, 10, 20),
            45,
            [new RungShown(1, "Lie down and feel where your heels touch the ground")],
            ["have lain down on the sofa"],
            ["Keep a blanket where you lie down"],
            [new ObstacleShown("I fall asleep", "Enjoy the nap, then feel both feet")],
            Safety: null,
            []
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
            "routine" => $"{RoutineId}",
            "experiment" => $"{ExperimentId}",
            "period" => "2026-02",
            "ladder" => Ladder,
            "q" => "sleep",
            "area" => Areas.Health,
            "blocker" => "tooBig",
            "text" => "Write the tax return",
            "minutes" => 60,
            "year" => 2026,
            "limit" => Paging.Usual,
            "cursor" => new Cursor(Day, EntryId).ToString(),
            "add" => true,
            "map" => new JsonArray("zone=Europe/Berlin"),
            "If-Match" => Tags.OfVersion(1),
            _ => null,
        };
}
