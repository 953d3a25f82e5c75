using Cairn.Api.Answers;
using Cairn.Api.Resources;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Insights;
using Cairn.Pictures;
using Cairn.Progress;
using Cairn.Reflect.Letters;
using Cairn.Reflect.Weeks;
using Cairn.Report;

namespace Cairn.Api.Document;

/// <summary>What many days tell: progress, insights, reports, looking back.</summary>
public static partial class Examples
{
    private static object[] OfManyDays() =>
        [
            new ProgressShown(
                Stones: 41,
                Momentum: 63.5,
                [new MomentumShown(Day, 63.5, 0.8, IsOff: false)],
                [new GrownStep("Walk", Areas.Health, "min", [new SizePoint(Day, 2, 7, 15)], 4, 7, 38)],
                [new ComebackShown(Day.AddDays(-9), Day.AddDays(-4), 4)],
                [new ConfidenceShown(new DateOnly(2026, 2, 1), 0.74, 0.71, 0.78, 27)],
                [
                    new HabitShown(
                        "Walk",
                        [new HabitAnswered(Day.AddDays(-3), 4)],
                        [new HabitPoint(Day, 0.31, 0.48, 0.62)],
                        new HabitDays(40, 71, 160)
                    ),
                ]
            ),
            new Paged<WinShown>(
                [new WinShown(EntryId, Day, At, StoneKind.Practice, Areas.Health, "Walk", Tier.Target, 8, "min")],
                null
            ),
            new CalendarShown(Day.Year, [new CalendarDay(Day, CalendarKind.Half, 2)]),
            new InsightsShown(
                RatedDays: 64,
                [new HunchShown(StepId, "Walk", 0.7, 0.3, 1.1, 0.86, 40, 22, MorningMayExplain: false)],
                Testable: [StepId],
                Ignored: [],
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
            new ShuffleShown(64, ShuffleView.Times, 197),
            new Paged<HowShown>(
                [
                    new HowShown(
                        "shuffle",
                        "Shuffled evenings",
                        ["Your rated evenings are put in random order 200 times."]
                    ),
                ],
                null
            ),
            new ReportShown(
                new DateOnly(2026, 1, 1),
                Day,
                [Areas.Health],
                [new MonthsWins(new DateOnly(2026, 1, 1), [22]), new MonthsWins(new DateOnly(2026, 2, 1), [19])],
                [],
                [new AnswersReported("mood", "How was your mood?", [new AnswerReported(Day, Answer.Of(7))])],
                Noticed: null,
                Notes: null,
                new RestsShown([Day.AddDays(-9)], StepDays: 2, [new PauseShown(Day.AddDays(-40), Day.AddDays(-35))]),
                []
            ),
            new Paged<PartShown>([new PartShown(ReportWish.Wins, "Wins by area")], null),
            new Paged<HelpShown>([new HelpShown("XX", "A line to call", "000 000", "Day and night", null)], null),
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
        ];
}
