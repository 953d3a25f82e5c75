using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Praise;
using Cairn.People;
using Cairn.Pictures;

namespace Cairn.Today;

/// <summary>What Today shows, and a day before it that is filled in: five queries, however many years lie behind.</summary>
public sealed record TodayView
{
    private const int DaysInPicture = 7;
    private const int ReserveDaysAWeek = 2;

    public required DateOnly Day { get; init; }
    public required DateOnly Today { get; init; }
    public required Celebration Celebration { get; init; }
    public required TimeOnly Evening { get; init; }

    /// <summary>
    /// Practices and tasks in the person's own order, which never changes during the day; those whose rhythm leaves the
    /// day free come last.
    /// </summary>
    public required IReadOnlyList<TodayStep> Steps { get; init; }

    /// <summary>How many of them are open; the rest is folded.</summary>
    public required int Open { get; init; }

    /// <summary>Steps that wait until the person says otherwise.</summary>
    public required IReadOnlyList<Waiting> Waiting { get; init; }

    public required IReadOnlyList<TodayMoment> Moments { get; init; }
    public required IReadOnlyList<NoticedWin> Noticed { get; init; }
    public required DayFeel? Feel { get; init; }
    public required DayOff? Off { get; init; }
    public required int ReservesLeft { get; init; }

    /// <summary>Days of a lapse after which today begins with half, and says so.</summary>
    public required int? DaysAway { get; init; }

    /// <summary>The last days, oldest first; the last pile is today's.</summary>
    public required IReadOnlyList<Pile> Piles { get; init; }

    /// <summary>What is known today: other features may have something to offer for it.</summary>
    public required Life Life { get; init; }

    /// <summary>The one true sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What it says of the win that this page answers; null where it is about the day.</summary>
    public required TruthKind? Truth { get; init; }

    /// <summary>This win is a rare one: the first, the 10th, a comeback.</summary>
    public bool IsMark => Truth is TruthKind.First or TruthKind.Mark or TruthKind.Comeback;

    /// <summary>The entry or word that was just written, if this page answers it.</summary>
    public Guid? Said { get; init; }

    /// <summary>Something was taken back or could not be said, and what was typed is kept.</summary>
    public Trouble? Trouble { get; init; }

    public bool IsToday => Day == Today;

    /// <summary>
    /// The sentence is the answer to what was just written: what a win changes, or what a word about the whole day does. A
    /// row, a moment, a noticed win and a day off answer for themselves.
    /// </summary>
    public bool SentenceAnswers => Said is not null && (Truth is not null || !RowAnswers);

    /// <summary>What supporters said that is to be seen today.</summary>
    public IReadOnlyList<Cheered> Cheers { get; init; } = [];

    /// <summary>Those of them that come with the answer to the tap, for as long as that is shown.</summary>
    public IReadOnlyList<Cheered> CheersInAnswer =>
        RowAnswers && Celebration != Celebration.Off ? [.. Cheers.Where(cheer => cheer.IsNew)] : [];

    /// <summary>Something below the sentence answers what was just written.</summary>
    private bool RowAnswers =>
        Said is { } said
        && (
            Off?.Id == said
            || Steps.Any(step => step.Entry?.Id == said)
            || Moments.Any(moment => moment.Counted.Any(entry => entry.Id == said))
            || Noticed.Any(noticed => noticed.Id == said)
        );

    /// <summary>The first step that nothing was said about; marked, never moved.</summary>
    public Guid? NextStep =>
        Off is null ? Steps.FirstOrDefault(step => step is { Entry: null, IsFree: false })?.Id : null;

    /// <param name="life">The person's life.</param>
    /// <param name="me">The person.</param>
    /// <param name="day">Today, or a day before it.</param>
    /// <param name="said">What was just written.</param>
    /// <param name="justBegun">True when the person comes from the last question of a new step.</param>
    /// <param name="trouble">What could not be said.</param>
    public static TodayView Of(Life life, Me me, DateOnly day, Guid? said, bool justBegun, Trouble? trouble = null)
    {
        var records = life.Records;
        var here = life.StepsOn(day).Where(step => !IsDoneBefore(step, day, records)).ToList();
        var waiting = here.Select(step => (step, records.PauseOf(step, day)))
            .Where(row => row.Item2 is not null)
            .ToList();
        var active = here.Except(waiting.Select(row => row.step)).ToList();
        var tomorrow = life.BeliefSoFar;
        var steps = active
            .Where(step => step.Step.Kind != StepKind.Moment)
            .Select(step => TodayStep.Of(step, day, life, tomorrow, me.Person.Dial))
            .OrderBy(step => step.IsFree)
            .ToList();
        var moments = active
            .Where(step => step.Step.Kind == StepKind.Moment)
            .Select(step => new TodayMoment(step, day, records.MomentsOf(step.Id, day)))
            .ToList();
        List<NoticedWin> noticed = [.. records.Words.OfType<NoticedWin>().Where(noticed => noticed.Day == day)];
        var (truth, sentence) = AnswerTo(said, steps, moments, noticed, life);
        return new TodayView
        {
            Day = day,
            Today = me.Today,
            Celebration = me.Person.Celebration,
            Evening = me.Person.Evening,
            Steps = steps,
            Life = life,
            Open = Math.Min(me.Person.OpenSteps, steps.Count(step => !step.IsFree)),
            Waiting = [.. waiting.Select(row => new Waiting(row.step, row.Item2!))],
            Moments = moments,
            Noticed = noticed,
            Feel = records.FeelOn(day),
            Off = records.Words.OfType<DayOff>().FirstOrDefault(off => off.Day == day),
            ReservesLeft = ReserveDaysAWeek - records.ReservesInWeekOf(day),
            DaysAway = day == me.Today ? Sentences.BackAfter(steps, life) : null,
            Piles = [.. LastDays(day).Select(other => PileOf(other, records))],
            Said = said,
            Truth = truth?.Kind,
            Trouble = trouble,
            Sentence =
                sentence
                ?? Sentences.OfTheDay(steps, life, justBegun, !Figures.HiddenBy(me.Person).Contains(Figures.Promises)),
        };
    }

    /// <summary>What is said of the win that was just written, and in which words; nothing of anything else.</summary>
    private static (Truth? Truth, string? Sentence) AnswerTo(
        Guid? said,
        List<TodayStep> steps,
        List<TodayMoment> moments,
        List<NoticedWin> noticed,
        Life life
    )
    {
        if (steps.Find(step => step.Entry is { IsWin: true } entry && entry.Id == said) is { } step)
        {
            var truth = Truths.Said(step.Entry!, life);
            return (truth, truth is null ? null : Sentences.OfAWin(step, truth));
        }

        var moment = moments.Find(moment => moment.Counted.Any(entry => entry.Id == said));
        var counted = moment is null
            ? noticed.Where(win => win.Id == said).Select(win => Truths.Said(win, life)).FirstOrDefault()
            : Truths.Said(moment.Counted.First(entry => entry.Id == said), life);
        return (counted, counted is null ? null : Sentences.OfACount(moment?.Lived.Version.Name, counted));
    }

    private static bool IsDoneBefore(LivedStep step, DateOnly day, Records records) =>
        step.Step.Kind == StepKind.Task
        && records.Entries.Any(entry => entry.StepId == step.Id && entry.IsWin && entry.Day < day);

    private static IEnumerable<DateOnly> LastDays(DateOnly today) =>
        Enumerable.Range(1 - DaysInPicture, DaysInPicture).Select(today.AddDays);

    private static Pile PileOf(DateOnly day, Records records) =>
        new(
            day,
            [
                .. records
                    .Entries.Where(entry => entry.Day == day && entry.IsWin)
                    .Select(entry => (entry.At, Laid.By(entry, records.StepOf(entry.StepId))))
                    .Concat(
                        records
                            .Words.OfType<NoticedWin>()
                            .Where(noticed => noticed.Day == day)
                            .Select(noticed => (noticed.At, Laid.By(noticed)))
                    )
                    .OrderBy(stone => stone.At)
                    .Select(stone => stone.Item2),
            ]
        );
}

/// <summary>A step that is paused, and the pause.</summary>
public sealed record Waiting(LivedStep Step, Pause Pause);

/// <summary>A moment with its count of the day.</summary>
public sealed record TodayMoment(LivedStep Lived, DateOnly Day, IReadOnlyList<Entry> Counted);

/// <summary>What could not be said, and why; what was typed is kept.</summary>
/// <param name="Why">A sentence for the person.</param>
/// <param name="Step">The row it belongs to; null for the noticed win.</param>
/// <param name="Typed">What was typed.</param>
public sealed record Trouble(string Why, Guid? Step, string? Typed)
{
    /// <summary>Words of a check-in, which has no field here: they are shown, so that they are not lost.</summary>
    public string? Words { get; init; }
}
