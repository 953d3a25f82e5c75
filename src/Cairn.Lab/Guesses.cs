namespace Cairn.Lab;

/// <summary>The numbers of a world by name, and a world in which one of them is another.</summary>
public static class Guesses
{
    /// <summary>All numbers of a world.</summary>
    public static IEnumerable<(string Name, double Value)> Of(World world) =>
        typeof(World)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(double))
            .Select(property => (property.Name, (double)property.GetValue(world)!));

    /// <summary>The guesses that no study anchors (evidence 3.2), which a sweep halves and doubles.</summary>
    public static IEnumerable<(string Name, Func<World, double, World> Times)> Swept =>
        [
            (nameof(World.Noise), (w, f) => w with { Noise = w.Noise * f }),
            (nameof(World.Lapse), (w, f) => w with { Lapse = w.Lapse * f }),
            (nameof(World.LapseOfHabit), (w, f) => w with { LapseOfHabit = w.LapseOfHabit * f }),
            (nameof(World.TodaySpread), (w, f) => w with { TodaySpread = w.TodaySpread * f }),
            (nameof(World.Drift), (w, f) => w with { Drift = w.Drift * f }),
            (nameof(World.Training), (w, f) => w with { Training = w.Training * f }),
            (nameof(World.HabitToCapacity), (w, f) => w with { HabitToCapacity = w.HabitToCapacity * f }),
            (nameof(World.MoodToCapacity), (w, f) => w with { MoodToCapacity = w.MoodToCapacity * f }),
            (nameof(World.MoodOfMiss), (w, f) => w with { MoodOfMiss = w.MoodOfMiss * f }),
            (nameof(World.QuitHazard), (w, f) => w with { QuitHazard = w.QuitHazard * f }),
            (nameof(World.QuitOfDrySpell), (w, f) => w with { QuitOfDrySpell = w.QuitOfDrySpell * f }),
            (nameof(World.QuitOfMood), (w, f) => w with { QuitOfMood = w.QuitOfMood * f }),
            (nameof(World.RulerError), (w, f) => w with { RulerError = w.RulerError * f }),
            (nameof(World.AmountsGiven), (w, f) => w with { AmountsGiven = Math.Min(1, w.AmountsGiven * f) }),
            (nameof(World.ReasonsGiven), (w, f) => w with { ReasonsGiven = Math.Min(1, w.ReasonsGiven * f) }),
            (nameof(World.MorningError), (w, f) => w with { MorningError = w.MorningError * f }),
        ];
}
