using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Questions;
using Cairn.Shell;
using Microsoft.EntityFrameworkCore;

namespace Cairn.History;

/// <summary>
/// Everything that a person has said and that counts, the newest first, narrowed down to what is looked for. Five queries.
/// A few years are small: they are read and looked through (docs/history.md has the measured times).
/// </summary>
public sealed record HistoryView
{
    public const int PageSize = 30;

    public required Wish Wish { get; init; }
    public required IReadOnlyList<(Guid Id, string Title)> Goals { get; init; }
    public required IReadOnlyList<(Guid Id, string Name)> Steps { get; init; }
    public required IReadOnlyList<string> Areas { get; init; }
    public required int Count { get; init; }
    public required IReadOnlyList<Found> Page { get; init; }

    public int Pages => (Count + PageSize - 1) / PageSize;

    public static async Task<HistoryView> Read(CairnDb db, Me me, Wish wish, CancellationToken cancel)
    {
        var (goals, versions) = await ReadWords(db, me, cancel);
        var found = wish.Wrong is null ? await Find(db, me, wish, versions, goals, cancel) : [];
        return new HistoryView
        {
            Wish = wish,
            Goals = goals,
            Steps =
            [
                .. versions
                    .GroupBy(version => version.Id)
                    .Select(step => step.MaxBy(version => version.Version.Number)!)
                    .OrderBy(step => step.Version.Name, StringComparer.CurrentCultureIgnoreCase)
                    .Select(step => (step.Id, step.Version.Name)),
            ],
            Areas = [.. versions.SelectMany(step => step.Areas).Select(area => area.Area).Distinct().Order()],
            Count = found.Count,
            Page = [.. found.Skip((wish.Page - 1) * PageSize).Take(PageSize).Select(hit => hit.Tell())],
        };
    }

    /// <summary>All that fits, and nothing around it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="me">Whose.</param>
    /// <param name="wish">Nothing is wrong with it.</param>
    /// <param name="cancel">Stops the reading.</param>
    internal static async Task<IReadOnlyList<Hit>> Find(CairnDb db, Me me, Wish wish, CancellationToken cancel)
    {
        var (goals, versions) = await ReadWords(db, me, cancel);
        return await Find(db, me, wish, versions, goals, cancel);
    }

    private static async Task<(List<(Guid Id, string Title)> Goals, IReadOnlyList<LivedStep> Steps)> ReadWords(
        CairnDb db,
        Me me,
        CancellationToken cancel
    )
    {
        var goals = await db
            .Goals.AsNoTracking()
            .Where(goal => goal.PersonId == me.Id)
            .OrderBy(goal => goal.Created)
            .Select(goal => new { goal.Id, goal.Title })
            .ToListAsync(cancel);
        var (versions, _) = await LivedSteps.Read(db, me.Id, null, cancel);
        return (goals.ConvertAll(goal => (goal.Id, goal.Title)), versions);
    }

    private static async Task<IReadOnlyList<Hit>> Find(
        CairnDb db,
        Me me,
        Wish wish,
        IReadOnlyList<LivedStep> versions,
        IReadOnlyList<(Guid Id, string Title)> goals,
        CancellationToken cancel
    )
    {
        var (first, last) = (wish.First, wish.Last);
        var titles = goals.ToDictionary(goal => goal.Id, goal => goal.Title);
        var entries = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == me.Id && entry.SupersededBy == null)
            .Where(entry => entry.Outcome != Outcome.TakenBack)
            .Where(entry => (first == null || entry.Day >= first) && (last == null || entry.Day <= last))
            .Where(entry => wish.Step == null || entry.StepId == wish.Step)
            .Where(entry => wish.Tier == null || (entry.Tier == wish.Tier && entry.Kind == StepKind.Practice))
            .Select(entry => new SaidEntry(
                entry.Id,
                entry.StepId,
                entry.Kind,
                entry.Day,
                entry.At,
                entry.Outcome,
                entry.Tier,
                entry.Amount,
                entry.Reason,
                entry.Note,
                entry.Tier == Tier.Stretch ? entry.Bars.Stretch
                    : entry.Tier == Tier.Target ? entry.Bars.Target
                    : entry.Bars.Floor
            ))
            .ToListAsync(cancel);
        var words = wish.IsAboutSteps
            ? []
            : await db
                .DayWords.AsNoTracking()
                .Where(word => word.PersonId == me.Id && word.SupersededBy == null)
                .Where(word =>
                    word is NoticedWin || word is CheckIn || word is DayReport || word is DayOff || word is Pause
                )
                .Where(word => (first == null || word.Day >= first) && (last == null || word.Day <= last))
                .ToListAsync(cancel);
        var match = new TextMatch(wish.Text);
        var steps = versions.OrderBy(version => version.Version.Number).ToLookup(version => version.Id);
        return
        [
            .. OfEntries(entries, steps, titles, wish, match)
                .Concat(OfWords(words, wish, match))
                .Concat(OfCheckIns(words, wish, match))
                .OrderByDescending(hit => hit.Day)
                .ThenByDescending(hit => hit.At),
        ];
    }

    private static IEnumerable<Hit> OfEntries(
        IEnumerable<SaidEntry> entries,
        ILookup<Guid, LivedStep> steps,
        Dictionary<Guid, string> goals,
        Wish wish,
        TextMatch match
    )
    {
        foreach (var entry in entries)
        {
            var kind = KindOf(entry);
            var step = StepOn(steps[entry.StepId], entry.Day);
            if (
                (wish.Kind == kind || wish.Kind is null || (wish.Kind == FoundKind.Notes && entry.Note is not null))
                && (wish.Goal is null || wish.Goal == step.Step.GoalId)
                && (wish.Area is null || wish.Area == step.AreaOn(entry.Day))
                && match.Fits(step.Version.Name, goals[step.Step.GoalId], entry.Note)
            )
            {
                yield return new(
                    entry.Id,
                    entry.Day,
                    entry.At,
                    () =>
                        new Found(
                            entry.Day,
                            kind,
                            Saying.Of(step, entry),
                            entry.Note,
                            step.AreaOn(entry.Day),
                            entry.Kind == StepKind.Practice ? entry.Tier : null
                        )
                );
            }
        }
    }

    private static IEnumerable<Hit> OfWords(IEnumerable<DayWord> words, Wish wish, TextMatch match) =>
        words
            .Where(word => word is not CheckIn)
            .Where(word => wish.Kind is null || wish.Kind == Saying.KindOf(word))
            .Where(word => wish.Area is null || (word is NoticedWin && wish.Area == Data.Areas.Personal))
            .Select(word => (Word: word, Says: Saying.Of(word)!))
            .Where(said => match.Fits(said.Says))
            .Select(said => new Hit(
                said.Word.Id,
                said.Word.Day,
                said.Word.At,
                () =>
                    said.Word is NoticedWin
                        ? new Found(said.Word.Day, FoundKind.Noticed, HistoryWords.NoticedOne, said.Says)
                        : new Found(said.Word.Day, Saying.KindOf(said.Word), said.Says)
            ));

    /// <summary>The answers that count, one thing a day.</summary>
    private static IEnumerable<Hit> OfCheckIns(IReadOnlyList<DayWord> words, Wish wish, TextMatch match)
    {
        if (wish.Area is not null || wish.Kind is not (null or FoundKind.CheckIns))
        {
            yield break;
        }

        var last = words
            .OfType<CheckIn>()
            .GroupBy(one => one.Day)
            .ToDictionary(day => day.Key, d => d.Max(one => one.At));
        foreach (var (day, answers) in CheckIn.ByDay(words))
        {
            var own = answers
                .Where(answer => answer.Value.Text is not null)
                .Select(answer => Saying.Of(answer.Key, answer.Value))
                .ToList();
            if (answers.Count > 0 && match.Fits([.. own]))
            {
                yield return new(null, day, last[day], () => Evening(day, answers, own));
            }
        }
    }

    private static Found Evening(DateOnly day, IReadOnlyDictionary<string, Answer> answers, List<string> own)
    {
        var ratings = CheckInQuestions
            .Rulers.Where(ruler => answers.ContainsKey(ruler.Key))
            .Select(ruler => answers[ruler.Key].Rating)
            .ToList();
        return new(
            day,
            FoundKind.CheckIns,
            ratings.Count > 0
                ? Phrase.Of(HistoryWords.CheckInRated, string.Join(" · ", ratings))
                : HistoryWords.CheckIn,
            own.Count > 0 ? string.Join(" · ", own) : null
        );
    }

    /// <summary>As it was on a day; before its first version as that one says.</summary>
    internal static LivedStep StepOn(IEnumerable<LivedStep> versions, DateOnly day)
    {
        LivedStep? step = null;
        foreach (var version in versions)
        {
            step = step is null || version.Version.From <= day ? version : step;
        }

        return step!;
    }

    private static FoundKind KindOf(SaidEntry entry) =>
        entry switch
        {
            { Kind: StepKind.Moment } => FoundKind.Moments,
            { Outcome: Outcome.Won } => FoundKind.Wins,
            { Outcome: Outcome.NotToday } => FoundKind.NotToday,
            _ => FoundKind.Rests,
        };

    /// <summary>Something that fits; only those of the page are put into words.</summary>
    /// <param name="Id">Of the entry or the word; null of the answers of an evening, which are several.</param>
    internal sealed record Hit(Guid? Id, DateOnly Day, DateTimeOffset At, Func<Found> Tell);
}
