using System.Runtime.InteropServices;

namespace Cairn.Engine.Schedule;

/// <summary>Days without a win where wins were planned.</summary>
/// <param name="LastWin">The last win before it.</param>
/// <param name="Since">The first planned day without a win.</param>
/// <param name="Comeback">The day of the first win after it; null while it lasts.</param>
/// <param name="Days">Days from <paramref name="Since"/> up to the comeback, or up to today; days off are not counted.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Lapse(DateOnly LastWin, DateOnly Since, DateOnly? Comeback, int Days)
{
    /// <summary>Whether it is over.</summary>
    public bool IsOver => Comeback is not null;
}
