using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.History;
using Cairn.People;
using Cairn.Questions;
using Cairn.Reflect;
using Cairn.Shell;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api.Resources;

/// <summary>The answers about a day. New ones are an action.</summary>
public static class CheckInResource
{
    public static void MapCheckIns(this ApiGroups api)
    {
        api.Read.MapGet("check-ins", List).Shows<Paged<CheckInShown>>("What counts of the answers about each day");
        api.Read.MapGet("check-ins/{day}", Show)
            .Shows<CheckInAskedShown>("What is asked about one of the last seven days, and what was answered");
        api.Write.MapPost("check-ins/{day}/corrections", Correct)
            .Shows<CheckInShown>("Says anew what was answered about a day, however long ago");
    }

    private static async Task<IResult> Show(CairnDb db, Me me, DateOnly day, CancellationToken cancel) =>
        await DayView.Read(db, me, day, cancel) is { } view ? Shown.Of(CheckInAskedShown.Of(view)) : Problem.NotHere;

    private static async Task<IResult> Correct(
        CairnDb db,
        Correction correction,
        Me me,
        DateOnly day,
        Body<AnswersSaid> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        var ofDay = Counting(db, me).Where(word => word.Day == day);
        var known = (await ofDay.ToListAsync(cancel)).SelectMany(word => word.Answers.Keys).ToHashSet();
        if (known.Count == 0)
        {
            return Problem.NotHere;
        }

        foreach (var (question, answer) in body.Value.Answers)
        {
            if (!known.Contains(question))
            {
                return Problem.Refused(ApiWords.NotAnsweredYet, $"answers.{question}");
            }

            if (!answer.CanBe || Typed.IsUnreadable(answer.Text ?? ""))
            {
                return Problem.Refused(HistoryWords.AnswerCannotBe, $"answers.{question}");
            }
        }

        return await correction.Of(me, key.Id, day, body.Value.Answers, cancel) is var kept and not Kept.Saved
            ? Problem.Of(kept)
            : Shown.Of(new CheckInShown(day, CheckIn.ByDay(await ofDay.ToListAsync(cancel))[day]));
    }

    private static async Task<IResult> List(
        CairnDb db,
        Me me,
        DateOnly? from,
        DateOnly? to,
        [AsParameters] Paging paging,
        CancellationToken cancel
    )
    {
        DateOnly? after = paging.IsFirst ? null : paging.After.Day;
        var all = Counting(db, me);
        var days = await all.Where(word => (from == null || word.Day >= from) && (to == null || word.Day <= to))
            .Where(word => after == null || word.Day > after)
            .Select(word => word.Day)
            .Distinct()
            .OrderBy(day => day)
            .Take(paging.Take)
            .ToListAsync(cancel);
        var answers = CheckIn.ByDay(await all.Where(word => days.Contains(word.Day)).ToListAsync(cancel));
        return paging.Show(
            days.ConvertAll(day => new CheckInShown(day, answers[day])),
            day => new Cursor(day.Day, default)
        );
    }

    private static IQueryable<CheckIn> Counting(CairnDb db, Me me) =>
        db.DayWords.OfType<CheckIn>().AsNoTracking().Where(word => word.PersonId == me.Id && word.SupersededBy == null);
}

/// <param name="Answers">By question: a rating from 0 to 10, or words.</param>
public sealed record CheckInShown(DateOnly Day, IReadOnlyDictionary<string, Answer> Answers);

/// <param name="Answers">By question; null takes an answer away. Only what was answered once can be corrected.</param>
public sealed record AnswersSaid(IReadOnlyDictionary<string, Answer> Answers);

/// <param name="Questions">In their order.</param>
/// <param name="Habit">The one step whose habit is asked about today, if there is one.</param>
/// <param name="Answers">What counts so far, by question.</param>
/// <param name="Easier">The step that came of what was in the way, if there is one.</param>
public sealed record CheckInAskedShown(
    DateOnly Day,
    IReadOnlyList<QuestionAsked> Questions,
    HabitAsked? Habit,
    IReadOnlyDictionary<string, Answer> Answers,
    string? Easier
)
{
    public static CheckInAskedShown Of(DayView view) =>
        new(
            view.Day,
            [.. view.Questions.Select(QuestionAsked.Of)],
            view.Habit is { } habit ? new HabitAsked(HabitQuestion.KeyOf(habit.Step), habit.Step, habit.Name) : null,
            view.Answers.GetValueOrDefault(view.Day) ?? new Dictionary<string, Answer>(StringComparer.Ordinal),
            view.StepForTomorrow
        );
}

/// <param name="Key">What its answers are kept under.</param>
/// <param name="Text">The question, in the language of the caller.</param>
/// <param name="Low">What 0 means, where it is a rating from 0 to 10.</param>
/// <param name="High">What 10 means.</param>
/// <param name="Options">The answers that there are, where it is a choice.</param>
public sealed record QuestionAsked(
    string Key,
    string Text,
    string? Low = null,
    string? High = null,
    IReadOnlyList<OptionAsked>? Options = null
)
{
    public static QuestionAsked Of(Question question) =>
        question switch
        {
            RulerQuestion ruler => new(ruler.Key, ruler.Text(), ruler.Low(), ruler.High()),
            ChoiceQuestion choice => new(
                choice.Key,
                choice.Text(),
                Options: [.. choice.Options.Select(option => new OptionAsked(option.Key, option.Text()))]
            ),
            _ => new(question.Key, question.Text()),
        };
}

public sealed record OptionAsked(string Key, string Text);

/// <summary>How much it is done by itself, from 1 (not at all) to 7 (entirely).</summary>
/// <param name="Key">What the answer is kept under.</param>
public sealed record HabitAsked(string Key, Guid Step, string Name);
