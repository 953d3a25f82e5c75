using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Lab;

/// <summary>
/// A world as a JSON object: the names of <see cref="World"/> in camel case, each left out is as in the base
/// world. A key that is not known is refused, so that a slip of the finger is no silent success.
/// </summary>
public static class WorldFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a world.</summary>
    /// <exception cref="FormatException">Not JSON, an unknown key, or a number that makes no sense.</exception>
    public static World Parse(string json)
    {
        try
        {
            var world = JsonSerializer.Deserialize<World>(json, Options) ?? throw new JsonException("It is null.");
            return Check(world);
        }
        catch (JsonException e)
        {
            throw new FormatException($"This is no world: {e.Message}", e);
        }
    }

    private static World Check(World world)
    {
        foreach (var (name, value) in Guesses.Of(world))
        {
            if (!double.IsFinite(value))
            {
                throw new FormatException($"{name} must be a finite number.");
            }
        }

        var chances = new[] { world.Lapse, world.QuitHazard };
        var shares = new[] { world.AmountsGiven, world.ReasonsGiven, world.Go, world.TodayCarry };
        var spreads = new[]
        {
            world.BiasSpread,
            world.StepSpread,
            world.NoiseSpread,
            world.TodaySpread,
            world.WeekdaySpread,
            world.LapseSpread,
            world.Drift,
            world.HabitRate,
            world.HabitRateSpread,
            world.RulerError,
            world.MorningError,
        };
        return
            chances.All(chance => chance is > 0 and < 1)
            && shares.All(share => share is >= 0 and <= 1)
            && spreads.All(spread => spread >= 0)
            && world.Noise > 0
            ? world
            : throw new FormatException(
                "lapse and quitHazard lie between 0 and 1, shares from 0 to 1, spreads are not negative, and noise is positive."
            );
    }
}
