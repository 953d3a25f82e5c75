using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Questions;
using Cairn.Reflect.Letters;
using Cairn.Report;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Api.Resources;

/// <summary>What a person shows somebody of their choice, such as a doctor: what was chosen, and nothing besides.</summary>
public static class ReportResource
{
    public static void MapReport(this ApiGroups api)
    {
        api.Read.MapGet("report/parts", ListParts).Shows<Paged<PartShown>>("What a report may hold");
        api.Read.MapGet("report", Show)
            .Shows<ReportShown>("A report of some days: what was chosen, and nothing besides")
            .Refuses(StatusCodes.Status422UnprocessableEntity, () => ReportWords.NothingChosen);
    }

    private static async Task<IResult> ListParts(CairnDb db, Me me, CancellationToken cancel)
    {
        var choices = await ReportChoices.Read(db, me, ReportWish.Of(null, null, [], me.Today), wasSent: false, cancel);
        return Shown.Of(new Paged<PartShown>([.. PartShown.Of(choices)], null));
    }

    /// <param name="db">The store.</param>
    /// <param name="me">Whose.</param>
    /// <param name="from">The first day; left out, the first of the month two months ago.</param>
    /// <param name="to">The last day; left out, today.</param>
    /// <param name="part">What was chosen, part by part.</param>
    /// <param name="cancel">Stops the reading.</param>
    private static async Task<IResult> Show(
        CairnDb db,
        Me me,
        DateOnly? from,
        DateOnly? to,
        [FromQuery] string[] part,
        CancellationToken cancel
    )
    {
        var wish = ReportWish.Of(from, to, part, me.Today);
        return wish.Wrong is { } wrong
            ? Problem.Refused(wrong)
            : Shown.Of(ReportShown.Of(await ReportView.Read(db, me, wish, cancel)));
    }
}

/// <param name="Part">To be sent as <c>part</c>.</param>
/// <param name="Name">What it is called, in the language of the caller.</param>
public sealed record PartShown(string Part, string Name)
{
    public static IEnumerable<PartShown> Of(ReportChoices choices) =>
        [
            new(ReportWish.Wins, ReportWords.WinsByArea),
            .. choices.Steps.Select(step => new PartShown(ReportWish.PartOfStep(step.Id), step.Name)),
            .. choices.Questions.Select(question => new PartShown(
                ReportWish.PartOfQuestion(question.Key),
                question.Text()
            )),
            new(ReportWish.Noticed, ReportWords.Noticed),
            new(ReportWish.Notes, ReportWords.Notes),
            new(ReportWish.Rests, ReportWords.RestsAndPauses),
            .. choices.Letters.Select(period => new PartShown(ReportWish.PartOfLetter(period), period)),
        ];
}

/// <summary>What was not chosen is null or empty.</summary>
/// <param name="Areas">In which there were wins.</param>
/// <param name="Months">Wins by month, in the order of the areas.</param>
/// <param name="Questions">Answers of check-ins, day by day.</param>
/// <param name="Noticed">Wins that nobody planned.</param>
/// <param name="Notes">What was written beside entries.</param>
public sealed record ReportShown(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<string>? Areas,
    IReadOnlyList<MonthsWins>? Months,
    IReadOnlyList<ReportedStep> Steps,
    IReadOnlyList<AnswersReported> Questions,
    IReadOnlyList<DaysText>? Noticed,
    IReadOnlyList<DaysText>? Notes,
    RestsShown? Rests,
    IReadOnlyList<LetterReported> Letters
)
{
    public static ReportShown Of(ReportView view) =>
        new(
            view.First,
            view.Last,
            view.Wins?.Areas,
            view.Wins?.Months,
            view.Steps,
            [.. view.Questions.Select(AnswersReported.Of)],
            view.Noticed,
            view.Notes,
            view.Rests is { } rests
                ? new RestsShown(
                    rests.Days,
                    rests.StepDays,
                    [.. rests.Pauses.Select(pause => new PauseShown(pause.From, pause.Until))]
                )
                : null,
            [.. view.Letters.Select(letter => new LetterReported(letter.Period.Key, letter.Facts))]
        );
}

public sealed record AnswersReported(string Key, string Question, IReadOnlyList<AnswerReported> Answers)
{
    public static AnswersReported Of(ReportedQuestion asked) =>
        new(
            asked.Question.Key,
            asked.Question.Text(),
            [.. asked.Answers.Select(answer => new AnswerReported(answer.Day, answer.Answer))]
        );
}

public sealed record AnswerReported(DateOnly Day, Answer Answer);

/// <param name="Days">Whole days of rest or reserve.</param>
/// <param name="StepDays">Days on which single steps rested.</param>
public sealed record RestsShown(IReadOnlyList<DateOnly> Days, int StepDays, IReadOnlyList<PauseShown> Pauses);

/// <param name="Until">The last day, if it is known.</param>
public sealed record PauseShown(DateOnly From, DateOnly? Until);

/// <param name="Period"><c>2026-02</c> or <c>2026</c>.</param>
public sealed record LetterReported(string Period, LetterFacts Facts);
