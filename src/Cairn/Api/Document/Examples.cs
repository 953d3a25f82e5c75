using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Api.Answers;
using Cairn.Api.Resources;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Stagnation;
using Cairn.Goals;
using Cairn.History;
using Cairn.Insights;
using Cairn.Ladders;
using Cairn.Questions;
using Cairn.Report;
using Cairn.Settings;
using Cairn.Splitting;
using Cairn.Steps.Easier;
using Cairn.Today.Actions;
using Win = Cairn.Today.Actions.Win;

namespace Cairn.Api.Document;

/// <summary>What is sent and answered, as an example: real records, so that none can say what the API does not.</summary>
public static partial class Examples
{
    private static readonly Guid GoalId = new("019caddd-2a40-7000-8000-000000000001");
    private static readonly Guid StepId = new("019caddd-2a40-7000-8000-000000000002");
    private static readonly Guid EntryId = new("019caddd-2a40-7000-8000-000000000003");
    private static readonly Guid RoutineId = new("019caddd-2a40-7000-8000-000000000004");
    private static readonly Guid ExperimentId = new("019caddd-2a40-7000-8000-000000000005");
    private static readonly Guid TaskId = new("019caddd-2a40-7000-8000-000000000006");
    private static readonly Guid NoticedId = new("019caddd-2a40-7000-8000-000000000007");
    private static readonly Guid ItemId = new("019caddd-2a40-7000-8000-000000000008");
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

    private static readonly EasierItemShown Shoes = new(
        ItemId,
        InTheWay: false,
        "Put the shoes by the door",
        ItemState.Thought
    );

    private static readonly RoutineShown Morning = new(RoutineId, "Morning", Minutes: 15, [StepId], Version: 1);

    private static readonly NoticedShown Noticed = new(NoticedId, Day, At, "I breathed before I answered");

    private static readonly CheckInShown CheckedIn = new(
        Day,
        new Dictionary<string, Answer>(StringComparer.Ordinal)
        {
            ["mood"] = Answer.Of(7),
            ["best"] = Answer.Of("The walk in the rain"),
        }
    );

    private static readonly Dictionary<Type, object> All = (
        (object[])
            [
                new DayShown(
                    Day,
                    IsToday: true,
                    "Each one stays.",
                    DayFeel.Fine,
                    Off: null,
                    ReservesLeft: 2,
                    Open: 1,
                    DaysAway: null,
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
                new WhyShown(
                    Bars,
                    [new MovingDayShown(Day, 1.06, new SaidShown(EntryId, Outcome.Won, Tier.Stretch, 16))]
                ),
                new SuggestionsShown(
                    ["pour the coffee"],
                    [new ObstacleShown("it rains", "walk the stairs")],
                    ["Put the shoes by the door"]
                ),
                new SureSaid(8),
                new SureShown(Stays: true, Walk),
                new EasierShown([Shoes], ["Hang the jacket by the door"]),
                Shoes,
                new EasierSaid("Put the shoes by the door", InTheWay: false),
                Entry,
                new Paged<EntryShown>([Entry], new Cursor(Day, EntryId).ToString()),
                new EntrySaid("target", 8, "In the rain"),
                Noticed,
                new NoticedSaid(Noticed.Text),
                new Paged<FoundShown>(
                    [
                        new FoundShown(
                            EntryId,
                            Day,
                            FoundKind.Wins,
                            "Walk, 8 min",
                            "In the rain",
                            Areas.Health,
                            Tier.Target
                        ),
                    ],
                    null
                ),
                new DayHistoryShown(
                    Day,
                    [new EntryHistoryShown("Walk, 8 min", Entry, [])],
                    [new WordHistoryShown(new WordShown(NoticedId, At, FoundKind.Noticed, false, Noticed.Text), [])],
                    [
                        new AnswerHistoryShown(
                            "mood",
                            "Mood",
                            Answer.Of(7),
                            [new AnswerBefore(At.AddHours(-9), Answer.Of(5))]
                        ),
                    ]
                ),
                new AnswersSaid(new Dictionary<string, Answer>(StringComparer.Ordinal) { ["mood"] = Answer.Of(6) }),
                CheckedIn,
                new CheckInAskedShown(
                    Day,
                    [
                        new QuestionAsked("mood", "How was your mood?", "very low", "very good"),
                        new("best", "The best moment?"),
                    ],
                    new HabitAsked(HabitQuestion.KeyOf(StepId), StepId, "Walk"),
                    CheckedIn.Answers,
                    Easier: null
                ),
                new Paged<NoticedShown>([Noticed], null),
                new Paged<CheckInShown>([CheckedIn], null),
                .. OfManyDays(),
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
                new TestShown(StepId, "Walk", Day.AddDays(1), Day.AddDays(84), Rated: 24, Running: null),
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
                new TreeShown(
                    GoalId,
                    Sitting: 10,
                    [new TaskShown(TaskId, 0, "Find last year’s letter", 2, IsDone: false)]
                ),
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
                new FeelingsAsked(AreAsked: true),
                new FiguresShown([new FigureShown(Figures.Momentum, IsHidden: false)]),
                new FigureStanding(IsHidden: true),
                new ImportShown(IsAdded: false, "loop", Goals: 2, Steps: 2, Entries: 5, Wins: 2, [], []),
                "The file, as it is"u8.ToArray(),
            ]
    ).ToDictionary(example => example is DayAction ? typeof(DayAction) : example.GetType());

    /// <returns>Null where somebody has forgotten one.</returns>
    public static JsonNode? Of(Type type, JsonSerializerOptions json) =>
        All.TryGetValue(type, out var example) ? JsonSerializer.SerializeToNode(example, type, json) : null;

    public static JsonNode? OfParameter(string name) =>
        name switch
        {
            "goal" => $"{GoalId}",
            "step" => $"{StepId}",
            "entry" or "said" or IdempotencyKey.Header => $"{EntryId}",
            "day" or "from" or "to" or "through" => "2026-03-02",
            "routine" => $"{RoutineId}",
            "noticed" => $"{NoticedId}",
            "item" => $"{ItemId}",
            "figure" => Figures.Momentum,
            "kind" => "wins",
            "tier" => "target",
            "part" => new JsonArray(ReportWish.Wins),
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
