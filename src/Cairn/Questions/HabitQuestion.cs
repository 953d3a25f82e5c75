using System.Globalization;
using Cairn.Engine.Habit;

namespace Cairn.Questions;

/// <summary>"… is something I do automatically": an answer of the check-in about one step, from 1 to 7, every two weeks.</summary>
public static class HabitQuestion
{
    public const int Least = AutomaticityAnswer.Least;
    public const int Most = AutomaticityAnswer.Most;

    private const string Prefix = "habit";

    /// <summary>What its answers are kept under.</summary>
    public static string KeyOf(Guid step) => Prefix + step.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>The step that an answer is about; null for another question.</summary>
    public static Guid? StepOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(key[Prefix.Length..], "N", out var step)
            ? step
            : null;
}
