namespace Cairn.Commands;

public static class Clock
{
    /// <summary>The one place where the program takes its clock from the machine; everything else is given it.</summary>
#pragma warning disable RS0030 // the banned symbol's one allowed use
    public static TimeProvider OfThisMachine => TimeProvider.System;
#pragma warning restore RS0030
}
