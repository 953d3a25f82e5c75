namespace Cairn.Engine.Praise;

/// <summary>Chooses the one true thing that is said after a win.</summary>
public static class OneTruth
{
    private const int Everyday = (int)TruthKind.Chance;
    private const int Kinds = (int)TruthKind.Total + 1 - Everyday;

    /// <summary>
    /// What is rare comes first: the first win, a round number, a comeback, an improvement. Otherwise chance, momentum,
    /// the last days and the total take turns. What cannot be seen, such as momentum that stays at 41, is left out, and never is the same kind said twice
    /// in a row.
    /// </summary>
    /// <param name="candidates">What this win changes, in any order.</param>
    /// <param name="last">The kind said after the win before; null after none.</param>
    /// <returns>Null when only the kind said last is left: the stone speaks for itself.</returns>
    public static Truth? Choose(IEnumerable<Truth> candidates, TruthKind? last)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return candidates
            .Where(truth => truth.Kind != last && truth.IsVisible)
            .OrderBy(truth => Order(truth.Kind, last))
            .FirstOrDefault();
    }

    private static int Order(TruthKind kind, TruthKind? last)
    {
        if ((int)kind < Everyday)
        {
            return (int)kind;
        }

        var turn = last is >= TruthKind.Chance ? (int)last - Everyday + 1 : 0;
        return Everyday + (((int)kind - Everyday - turn + Kinds) % Kinds);
    }
}
