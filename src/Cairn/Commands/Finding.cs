namespace Cairn.Commands;

/// <summary>One thing that <c>cairn doctor</c> looked at.</summary>
/// <param name="Check">What was looked at, in a word or two.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Says">What was seen.</param>
/// <param name="Do">What to do about it; null where nothing is to be done.</param>
public sealed record Finding(string Check, bool Ok, string Says, string? Do)
{
    public static Finding Good(string check, string says) => new(check, true, says, null);

    public static Finding Bad(string check, string says, string todo) => new(check, false, says, todo);
}
