using Cairn.Data;

namespace Cairn.Transfer.Archive;

/// <summary>Between the words of a day and how an archive writes them.</summary>
internal static class ArchivedWords
{
    public static ArchivedWord Of(DayWord word)
    {
        var written = new ArchivedWord(
            word.Id,
            WordKind.TakenBack,
            word.Day,
            word.Zone,
            word.At,
            word.StepId,
            SupersededBy: word.SupersededBy,
            Truth: word.Truth
        );
        return word switch
        {
            DayReport report => written with { Kind = WordKind.Report, Feel = report.Feel },
            NoticedWin noticed => written with { Kind = WordKind.Noticed, Text = noticed.Text },
            DayOff off => written with { Kind = off.Reserve ? WordKind.ReserveDay : WordKind.RestDay },
            Pause pause => written with { Kind = WordKind.Pause, Goal = pause.GoalId, Until = pause.Until },
            CheckIn checkIn => written with { Kind = WordKind.CheckIn, Answers = checkIn.Answers },
            Letter letter => written with { Kind = WordKind.Letter, Period = letter.Period, Text = letter.Content },
            Experiment experiment => written with
            {
                Kind = WordKind.Experiment,
                Question = experiment.Question,
                Seed = experiment.Seed,
                Until = experiment.Last,
            },
            Ignored ignored => written with { Kind = WordKind.Ignored, Question = ignored.Question },
            TimerStart => written with { Kind = WordKind.Timer },
            OfferAnswered => written with { Kind = WordKind.Offer },
            TakenBack => written,
            _ => throw new InvalidOperationException($"An archive has no place for {word.GetType().Name}"),
        };
    }

    /// <param name="word">As the archive has it; sound.</param>
    /// <param name="person">Whose it becomes.</param>
    /// <param name="step">How the step is known here.</param>
    /// <param name="goal">How the goal is known here.</param>
    public static DayWord Word(ArchivedWord word, Guid person, Guid? step, Guid? goal)
    {
        var (id, day, zone, at, by) = (word.Id, word.Day, word.Zone, word.At, word.SupersededBy);
        return word.Kind switch
        {
            WordKind.Report => new DayReport
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                Feel = word.Feel ?? default,
            },
            WordKind.Noticed => new NoticedWin
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                Text = word.Text ?? "",
                Truth = word.Truth,
            },
            WordKind.RestDay or WordKind.ReserveDay => new DayOff
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                Reserve = word.Kind == WordKind.ReserveDay,
            },
            WordKind.Pause => new Pause
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                StepId = step,
                GoalId = goal,
                Until = word.Until,
            },
            WordKind.CheckIn => new CheckIn
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                Answers = word.Answers ?? new Dictionary<string, Answer>(StringComparer.Ordinal),
            },
            WordKind.Letter => new Letter
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                Period = word.Period ?? "",
                Content = word.Text ?? "",
            },
            WordKind.Experiment => new Experiment
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                StepId = step,
                Question = word.Question ?? "",
                Seed = word.Seed ?? 0,
                Last = word.Until ?? day,
            },
            WordKind.Ignored => new Ignored
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                StepId = step,
                Question = word.Question ?? "",
            },
            WordKind.Timer => new TimerStart
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                StepId = step,
            },
            WordKind.Offer => new OfferAnswered
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                StepId = step,
            },
            _ => new TakenBack
            {
                PersonId = person,
                Id = id,
                Day = day,
                Zone = zone,
                At = at,
                SupersededBy = by,
                StepId = step,
                Truth = word.Truth,
            },
        };
    }
}
