namespace Cairn.Transfer;

/// <summary>
/// What a file leaves open and only the person can know, such as the time zone in which it was kept. A page asks
/// it in a form, the command line takes <c>--map KEY=VALUE</c>.
/// </summary>
/// <param name="Key">Stable for the file, such as <c>zone</c> or <c>column:Date</c>.</param>
/// <param name="Asks">In the person's language.</param>
/// <param name="Choices">What may be answered; empty where any text may.</param>
public sealed record Question(string Key, string Asks, IReadOnlyList<Choice> Choices)
{
    /// <summary>What is taken until there is an answer, and offered first.</summary>
    public string? Guess { get; init; }

    /// <summary>What stands there in the file, to recognise it by.</summary>
    public string? Sample { get; init; }

    /// <summary>A guess is not good enough: nothing is written before the person has said it.</summary>
    public bool MustBeAnswered { get; init; }

    /// <summary>The answer is the name of a time zone.</summary>
    public bool IsTimeZone { get; init; }

    /// <summary>The answer, if there is one that can be.</summary>
    public string? Answer { get; init; }

    public string? Taken => Answer ?? Guess;

    public bool IsOpen => MustBeAnswered && Answer is null;

    public bool Allows(string answer) =>
        answer.Length > 0
        && (!IsTimeZone || People.PersonalDay.IsZone(answer))
        && (Choices.Count == 0 || Choices.Any(choice => choice.Value == answer));
}

/// <param name="Value">As the command line takes it.</param>
/// <param name="Says">In the person's language.</param>
public sealed record Choice(string Value, string Says);
