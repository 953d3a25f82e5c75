namespace Cairn.Commands;

/// <summary>What every command tells the shell that called it; also printed by <c>--help</c> of the docs.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The words of the call were off; nothing was done.</summary>
    public const int Usage = 1;

    /// <summary>Refused with a sentence: a file, a setting or an answer was not usable; nothing was changed.</summary>
    public const int Refused = 2;

    /// <summary>The store cannot be used; nothing was changed.</summary>
    public const int Store = 3;
}
