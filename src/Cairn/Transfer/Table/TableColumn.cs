using System.Collections.Frozen;

namespace Cairn.Transfer.Table;

/// <summary>What a column of a table is about: guessed from its name and its values, decided by the person.</summary>
internal sealed record TableColumn(int Place, string Name, IReadOnlyList<string> Values)
{
    public const string Date = "date";
    public const string Step = "step";
    public const string Amount = "amount";
    public const string Unit = "unit";
    public const string Note = "note";
    public const string Outcome = "outcome";

    /// <summary>The column is a habit itself, and its values are the days.</summary>
    public const string Habit = "habit";
    public const string Leave = "leave";

    private const double Mostly = .8;

    private static readonly FrozenDictionary<string, string> Usual = new (string Role, string Names)[]
    {
        (Date, "date day datum tag full_date"),
        (Step, "step habit name activity task title schritt gewohnheit aktivität aufgabe"),
        (Amount, "amount value count quantity minutes menge wert anzahl minuten dauer duration"),
        (Unit, "unit units einheit"),
        (Note, "note notes comment comments notiz notizen kommentar"),
        (Outcome, "outcome status done completed result ergebnis erledigt"),
    }
        .SelectMany(role => role.Names.Split(' ').Select(name => (name, role.Role)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Role, StringComparer.OrdinalIgnoreCase);

    public string Key => $"column:{Name}";

    public string? UsualRole => Usual.GetValueOrDefault(Name.Trim());

    public bool HoldsDates =>
        Share(value =>
            DayText.Read(value, DayText.Order.DayFirst) is not null
            || DayText.Read(value, DayText.Order.MonthFirst) is not null
        ) >= Mostly;

    public bool HoldsDays =>
        Share(value => Wording.Of(value) is not null || NumberText.Read(value, '.') is not null) >= Mostly;

    private double Share(Func<string, bool> holds) =>
        Values.Count == 0 ? 0 : Values.Count(holds) / (double)Values.Count;
}
