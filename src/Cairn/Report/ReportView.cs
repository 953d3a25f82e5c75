using System.Text.Json;
using Cairn.Data;
using Cairn.People;
using Cairn.Progress;
using Cairn.Questions;
using Cairn.Reflect.Letters;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Report;

/// <summary>
/// What was chosen and nothing else: a part that was not chosen is null or empty here, so no page can show it. Four
/// queries.
/// </summary>
public sealed record ReportView
{
    public required DateOnly First { get; init; }
    public required DateOnly Last { get; init; }

    /// <summary>Wins by month and area.</summary>
    public WinsByArea? Wins { get; private init; }
    public IReadOnlyList<ReportedStep> Steps { get; private init; } = [];
    public IReadOnlyList<ReportedQuestion> Questions { get; private init; } = [];
    public IReadOnlyList<DaysText>? Noticed { get; private init; }
    public IReadOnlyList<DaysText>? Notes { get; private init; }
    public Rests? Rests { get; private init; }
    public IReadOnlyList<ReportedLetter> Letters { get; private init; } = [];

    /// <param name="db">The store.</param>
    /// <param name="me">Whose.</param>
    /// <param name="wish">Nothing is wrong with it.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<ReportView> Read(CairnDb db, Me me, ReportWish wish, CancellationToken cancel)
    {
        var (first, last) = (wish.First!.Value, wish.Last!.Value);
        var records = await Records.Read(db, me.Id, first, cancel, last);
        var answers = CheckIn.ByDay(records.Words).Where(day => day.Key >= first).OrderBy(day => day.Key).ToList();
        return new ReportView
        {
            First = first,
            Last = last,
            Wins = wish.Has(ReportWish.Wins) ? WinsByArea.Of(records) : null,
            Steps =
            [
                .. records
                    .Versions.GroupBy(version => version.Id)
                    .Where(step => wish.Has(ReportWish.PartOfStep(step.Key)))
                    .Select(step => ReportedStep.Of(records, step.MaxBy(version => version.Version.Number)!)),
            ],
            Questions =
            [
                .. CheckInQuestions
                    .For(me.Person)
                    .Where(question => wish.Has(ReportWish.PartOfQuestion(question.Key)))
                    .Select(question => new ReportedQuestion(
                        question,
                        [
                            .. answers
                                .Where(day => day.Value.ContainsKey(question.Key))
                                .Select(day => (day.Key, day.Value[question.Key])),
                        ]
                    )),
            ],
            Noticed = wish.Has(ReportWish.Noticed)
                ? [.. records.Words.OfType<NoticedWin>().Select(word => new DaysText(word.Day, word.Text))]
                : null,
            Notes = wish.Has(ReportWish.Notes)
                ? [.. records.Entries.Where(e => e.Note is not null).Select(e => new DaysText(e.Day, e.Note!))]
                : null,
            Rests = wish.Has(ReportWish.Rests) ? Rests.Of(records, first) : null,
            Letters = await LettersOf(db, me, wish, cancel),
        };
    }

    private static async Task<IReadOnlyList<ReportedLetter>> LettersOf(
        CairnDb db,
        Me me,
        ReportWish wish,
        CancellationToken cancel
    )
    {
        var letters = await db
            .DayWords.OfType<Letter>()
            .AsNoTracking()
            .Where(letter => letter.PersonId == me.Id && letter.SupersededBy == null)
            .ToListAsync(cancel);
        return
        [
            .. letters
                .Where(letter => wish.Has(ReportWish.PartOfLetter(letter.Period)))
                .OrderBy(letter => letter.Period, StringComparer.Ordinal)
                .Select(letter =>
                    Period.Read(letter.Period) is { } period
                    && JsonSerializer.Deserialize(letter.Content, LetterJson.Default.LetterFacts) is { } facts
                        ? new ReportedLetter(period, facts)
                        : null
                )
                .OfType<ReportedLetter>(),
        ];
    }
}

public sealed record DaysText(DateOnly Day, string Text);

public sealed record ReportedLetter(Period Period, LetterFacts Facts);

/// <param name="Question">What was asked.</param>
/// <param name="Answers">What counts, day by day.</param>
public sealed record ReportedQuestion(Question Question, IReadOnlyList<(DateOnly Day, Answer Answer)> Answers);

/// <param name="Areas">In which there were wins.</param>
/// <param name="Months">Each month with its wins in each area.</param>
public sealed record WinsByArea(IReadOnlyList<string> Areas, IReadOnlyList<MonthsWins> Months)
{
    public static WinsByArea Of(Records records)
    {
        var wins = records
            .Entries.Where(entry => entry.IsWin)
            .Select(entry => (Month: new DateOnly(entry.Day.Year, entry.Day.Month, 1), Area: AreaOf(records, entry)))
            .ToList();
        var areas = wins.Select(win => win.Area).Distinct().Order(StringComparer.Ordinal).ToList();
        return new WinsByArea(
            areas,
            [
                .. wins.GroupBy(win => win.Month)
                    .OrderBy(month => month.Key)
                    .Select(month => new MonthsWins(
                        month.Key,
                        areas.ConvertAll(area => month.Count(win => win.Area == area))
                    )),
            ]
        );
    }

    private static string AreaOf(Records records, Entry entry) =>
        records.StepOf(entry.StepId)?.AreaOn(entry.Day) ?? Data.Areas.Personal;
}

/// <param name="Month">Its first day.</param>
/// <param name="Wins">In each area, in the order of the areas.</param>
public sealed record MonthsWins(DateOnly Month, IReadOnlyList<int> Wins);

/// <summary>What came of one step, and how its size changed.</summary>
public sealed record ReportedStep(
    string Name,
    string Unit,
    StepKind Kind,
    int Wins,
    int Days,
    IReadOnlyList<SizePoint> Sizes
)
{
    public static ReportedStep Of(Records records, LivedStep step)
    {
        var entries = records.Entries.Where(entry => entry.StepId == step.Id).ToList();
        var wins = entries.Where(entry => entry.IsWin).ToList();
        return new ReportedStep(
            step.Version.Name,
            step.Version.Unit,
            step.Step.Kind,
            wins.Count,
            wins.Select(win => win.Day).Distinct().Count(),
            step.Step.Kind == StepKind.Practice ? SizePoint.Of(records, step.Id, entries) : []
        );
    }
}

/// <summary>Days off, without a word about which step it was.</summary>
/// <param name="Days">Whole days of rest or reserve.</param>
/// <param name="StepDays">Days on which single steps rested.</param>
/// <param name="Pauses">From when to when.</param>
public sealed record Rests(
    IReadOnlyList<DateOnly> Days,
    int StepDays,
    IReadOnlyList<(DateOnly From, DateOnly? Until)> Pauses
)
{
    public static Rests Of(Records records, DateOnly first) =>
        new(
            [.. records.Words.OfType<DayOff>().Select(word => word.Day)],
            records
                .Entries.Where(entry => entry.Outcome is Outcome.Rest or Outcome.Reserve)
                .Select(entry => entry.Day)
                .Distinct()
                .Count(),
            [
                .. records
                    .Words.OfType<Pause>()
                    .Where(pause => pause.Until is null || (pause.Until >= pause.Day && pause.Until >= first))
                    .Select(pause => (pause.Day, pause.Until)),
            ]
        );
}
