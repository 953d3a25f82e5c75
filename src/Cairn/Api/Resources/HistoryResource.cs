using System.Globalization;
using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.History;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Api.Resources;

/// <summary>Everything that was ever said: looked up by words, and one day with what stood there before. Put right it is by corrections.</summary>
public static class HistoryResource
{
    public static void MapHistory(this ApiGroups api)
    {
        api.Read.MapGet("history", Find)
            .Shows<Paged<FoundShown>>("What was said, looked up: the latest day first")
            .WithMetadata(Word<FoundKind>.In("kind"), Word<Tier>.In("tier"))
            .Refuses(
                StatusCodes.Status422UnprocessableEntity,
                () => Typed.Trouble(new string('x', CairnDb.TitleLength + 1))!
            );
        api.Read.MapGet("history/days/{day}", ShowDay)
            .Shows<DayHistoryShown>("All that was said about a day, with what stood there before");
    }

    /// <param name="db">The store.</param>
    /// <param name="me">Whose.</param>
    /// <param name="q">Words that all occur; capitals and marks above letters do not matter.</param>
    /// <param name="kind">Only these.</param>
    /// <param name="goal">Of this goal.</param>
    /// <param name="step">Of this step.</param>
    /// <param name="tier">Practices that reached this bar.</param>
    /// <param name="area">Of goals that were in this area then.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="paging">Which part of it.</param>
    /// <param name="cancel">Stops the reading.</param>
    private static async Task<IResult> Find(
        CairnDb db,
        Me me,
        string? q,
        Word<FoundKind>? kind,
        Guid? goal,
        Guid? step,
        Word<Tier>? tier,
        string? area,
        DateOnly? from,
        DateOnly? to,
        [AsParameters] Paging paging,
        CancellationToken cancel
    )
    {
        var wish = new Wish
        {
            Text = Typed.Line(q),
            Kind = kind?.Value,
            Goal = goal,
            Step = step,
            Tier = tier?.Value,
            Area = area,
            From = Iso(from),
            Through = Iso(to),
        };
        if (wish.Wrong is { } wrong)
        {
            return Problem.Refused(wrong, "q");
        }

        var after = paging.After;
        var found = (await HistoryView.Find(db, me, wish, cancel))
            .Select(hit => (Hit: hit, Id: hit.Id ?? Guid.Empty))
            .Where(one =>
                paging.IsFirst
                || one.Hit.Day < after.Day
                || (one.Hit.Day == after.Day && one.Id.CompareTo(after.Id) < 0)
            )
            .OrderByDescending(one => one.Hit.Day)
            .ThenByDescending(one => one.Id)
            .Take(paging.Take)
            .Select(one => FoundShown.Of(one.Hit.Id, one.Hit.Tell()));
        return paging.Show([.. found], one => new Cursor(one.Day, one.Id ?? Guid.Empty));
    }

    private static async Task<IResult> ShowDay(CairnDb db, Me me, DateOnly day, CancellationToken cancel) =>
        day.Year < HistoryEndpoints.FirstYear || day > me.Today
            ? Problem.NotHere
            : Shown.Of(DayHistoryShown.Of(await DayHistoryView.Read(db, me, day, cancel)));

    private static string Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}

/// <param name="Id">Of the entry or the word; null of the answers of a day, which are several.</param>
/// <param name="Title">What it says in few words, in the language of the caller.</param>
/// <param name="Text">The person's own words, if there are any.</param>
/// <param name="Area">Of the step's goal on that day.</param>
/// <param name="Tier">The bar that was reached, of a practice.</param>
public sealed record FoundShown(
    Guid? Id,
    DateOnly Day,
    FoundKind Kind,
    string Title,
    string? Text,
    string? Area,
    Tier? Tier
)
{
    public static FoundShown Of(Guid? id, Found found) =>
        new(id, found.Day, found.Kind, found.Title, found.Text, found.Area, found.Tier);
}

/// <param name="Entries">About steps.</param>
/// <param name="Words">About the day: noticed wins, how it felt, rests, pauses.</param>
/// <param name="Answers">Of check-ins, question by question.</param>
public sealed record DayHistoryShown(
    DateOnly Day,
    IReadOnlyList<EntryHistoryShown> Entries,
    IReadOnlyList<WordHistoryShown> Words,
    IReadOnlyList<AnswerHistoryShown> Answers
)
{
    public static DayHistoryShown Of(DayHistoryView view) =>
        new(
            view.Day,
            [
                .. view.Entries.Select(entry => new EntryHistoryShown(
                    entry.Text,
                    EntryShown.Of(entry.Now),
                    [.. entry.Before.Select(EntryShown.Of)]
                )),
            ],
            [
                .. view.Words.Select(word => new WordHistoryShown(
                    WordShown.Of(word.Now),
                    [.. word.Before.Select(WordShown.Of)]
                )),
            ],
            [
                .. view.Answers.Select(answer => new AnswerHistoryShown(
                    answer.Key,
                    Saying.Of(answer.Key),
                    answer.Now,
                    [.. answer.Before.Select(before => new AnswerBefore(before.At, before.Answer))]
                )),
            ]
        );
}

/// <param name="Text">What it says in few words, in the language of the caller.</param>
/// <param name="Now">What counts, also where it was taken back.</param>
/// <param name="Before">What stood there before, the oldest first.</param>
public sealed record EntryHistoryShown(string Text, EntryShown Now, IReadOnlyList<EntryShown> Before);

/// <param name="Now">What counts, also where it was taken back.</param>
/// <param name="Before">What stood there before, the oldest first.</param>
public sealed record WordHistoryShown(WordShown Now, IReadOnlyList<WordShown> Before);

/// <param name="Kind">What it is about; the same for a word that was taken back as for a noticed win.</param>
/// <param name="IsTakenBack">It takes back what stood there before.</param>
public sealed record WordShown(Guid Id, DateTimeOffset At, FoundKind Kind, bool IsTakenBack, string Text)
{
    public static WordShown Of(DayWord word) =>
        new(word.Id, word.At, Saying.KindOf(word), word is TakenBack, Saying.Of(word) ?? "");
}

/// <param name="Key">What its answers are kept under.</param>
/// <param name="Question">The question in few words, in the language of the caller.</param>
/// <param name="Now">What counts; null once it was taken away.</param>
/// <param name="Before">What stood there before, the oldest first.</param>
public sealed record AnswerHistoryShown(string Key, string Question, Answer Now, IReadOnlyList<AnswerBefore> Before);

public sealed record AnswerBefore(DateTimeOffset At, Answer Answer);
