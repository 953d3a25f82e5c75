using System.Runtime.InteropServices;

namespace Cairn.Transfer.Loop;

/// <summary>A row of <c>Repetitions</c>. What the value says depends on the habit's type.</summary>
/// <param name="Row">Its row number in the file.</param>
/// <param name="Timestamp">A calendar date, written as milliseconds of its midnight in UTC.</param>
/// <param name="Value">Null where it was no whole number; before version 16 every row says yes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LoopRepetition(long Row, long? Habit, long? Timestamp, long? Value, string? Notes)
{
    public const long Unknown = -1;
    public const long No = 0;
    public const long YesAuto = 1;
    public const long YesManual = 2;
    public const long Skip = 3;

    /// <summary>Amounts are stored in thousandths of the unit.</summary>
    public const double PerUnit = 1000;

    private const long Day = 24 * 60 * 60 * 1000;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The date that it is about, by division alone: no time zone has a say in it.</summary>
    public DateOnly? Date
    {
        get
        {
            if (Timestamp is not { } timestamp)
            {
                return null;
            }

            var number = Epoch + Math.DivRem(timestamp, Day).Quotient;
            return timestamp >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
        }
    }
}
