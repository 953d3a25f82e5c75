using Cairn.Shell;

namespace Cairn.Reflect;

/// <summary>A name for the step that makes the way easier, as it was typed, and why it cannot be kept.</summary>
public sealed record UnfitName(string Typed, string Wrong)
{
    /// <returns>Null when it can be kept.</returns>
    public static UnfitName? In(string? name)
    {
        var typed = Shell.Typed.Line(name);
        return Shell.Typed.Trouble(typed, ReflectWords.NameWrong) is { } wrong ? new UnfitName(typed, wrong) : null;
    }
}
