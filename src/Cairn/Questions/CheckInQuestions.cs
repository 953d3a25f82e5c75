namespace Cairn.Questions;

/// <summary>
/// What the check-in asks, in its order. A new question is a line here and its words in QuestionWords: the page, the
/// way it is kept, the archive and the history take any.
/// </summary>
public static class CheckInQuestions
{
    public static readonly RulerQuestion Mood = new(
        "mood",
        () => QuestionWords.Mood,
        () => QuestionWords.MoodLow,
        () => QuestionWords.MoodHigh
    )
    {
        IsFeeling = true,
        IsFirst = true,
    };

    public static readonly RulerQuestion Motivation = new(
        "motivation",
        () => QuestionWords.Motivation,
        () => QuestionWords.MotivationLow,
        () => QuestionWords.MotivationHigh
    )
    {
        IsFeeling = true,
        IsFirst = true,
    };

    public static readonly RulerQuestion Solving = new(
        "solving",
        () => QuestionWords.Solving,
        () => QuestionWords.SolvingLow,
        () => QuestionWords.SolvingHigh
    )
    {
        IsFeeling = true,
        IsFirst = true,
    };

    public static readonly LineQuestion Best = new("best", () => QuestionWords.Best);

    public static readonly LineQuestion InTheWay = new("inTheWay", () => QuestionWords.InTheWay);

    public static readonly ChoiceQuestion InTheWayKind = new(
        "inTheWayKind",
        () => QuestionWords.InTheWayKind,
        [
            new("heldUp", () => QuestionWords.HeldUp, Influence.Inhibitor),
            new("woreDown", () => QuestionWords.WoreDown, Influence.Toxin),
        ]
    );

    public static readonly ChoiceQuestion Helped = new(
        "helped",
        () => QuestionWords.Helped,
        [
            new("clearStep", () => QuestionWords.ClearStep, Influence.Catalyst),
            new("myWay", () => QuestionWords.MyWay, Influence.Catalyst),
            new("time", () => QuestionWords.EnoughTime, Influence.Catalyst),
            new("help", () => QuestionWords.Help, Influence.Catalyst),
            new("learned", () => QuestionWords.Learned, Influence.Catalyst),
            new("encouraged", () => QuestionWords.Encouraged, Influence.Nourisher),
            new("respected", () => QuestionWords.Respected, Influence.Nourisher),
            new("together", () => QuestionWords.Together, Influence.Nourisher),
        ]
    );

    public static readonly ChoiceQuestion Hindered = new(
        "hindered",
        () => QuestionWords.Hindered,
        [
            new("unclear", () => QuestionWords.Unclear, Influence.Inhibitor),
            new("noSay", () => QuestionWords.NoSay, Influence.Inhibitor),
            new("noTime", () => QuestionWords.NoTime, Influence.Inhibitor),
            new("noHelp", () => QuestionWords.NoHelp, Influence.Inhibitor),
            new("tooMuch", () => QuestionWords.TooMuch, Influence.Inhibitor),
            new("discouraged", () => QuestionWords.Discouraged, Influence.Toxin),
            new("belittled", () => QuestionWords.Belittled, Influence.Toxin),
            new("alone", () => QuestionWords.Alone, Influence.Toxin),
        ]
    );

    public static readonly IReadOnlyList<Question> All =
    [
        Mood,
        Motivation,
        Solving,
        Best,
        InTheWay,
        InTheWayKind,
        Helped,
        Hindered,
    ];

    public static IEnumerable<RulerQuestion> Rulers => All.OfType<RulerQuestion>();

    /// <summary>Those that are put to this person.</summary>
    public static IEnumerable<Question> For(Data.Person person) =>
        All.Where(question => person.RatesFeelings || !question.IsFeeling);
}
