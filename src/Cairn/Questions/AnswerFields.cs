using System.Globalization;
using Cairn.Data;
using Cairn.Shell;

namespace Cairn.Questions;

/// <summary>
/// Answers as a form sends them: ratings as <c>rate.mood</c>, words as <c>say.best</c>; an empty one takes the answer away.
/// </summary>
public static class AnswerFields
{
    public const string Say = "say.";
    private const string Rate = "rate.";

    /// <param name="form">What was sent; other fields are left alone.</param>
    /// <param name="isBroken">A rating is no number; it counts as none.</param>
    public static Dictionary<string, Answer> Read(IFormCollection form, out bool isBroken)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        isBroken = false;
        foreach (var (name, value) in form)
        {
            if (name.StartsWith(Say, StringComparison.Ordinal))
            {
                answers[name[Say.Length..]] = Answer.Of(Typed.Note(value));
            }
            else if (name.StartsWith(Rate, StringComparison.Ordinal))
            {
                int? rating = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null;
                isBroken |= rating is null && value.ToString().Length > 0;
                answers[name[Rate.Length..]] = rating is { } known ? Answer.Of(known) : Answer.None;
            }
        }

        return answers;
    }
}
