using System.Collections;
using Cairn.Accounts.Provider;
using Cairn.Data;
using Cairn.People;
using Npgsql;

namespace Cairn.Commands;

/// <summary>The clock, the time zone data and the settings of this machine.</summary>
public static class MachineFindings
{
    /// <summary>Before this Cairn was made, no honest clock can be.</summary>
    private const int FirstYear = 2025;
    private const int LastYear = 2100;

    private static readonly string[] Settings =
    [
        "CAIRN_DATA",
        "CAIRN_POSTGRES",
        "CAIRN_URL",
        TrustedProxies.AddressesSetting,
        TrustedProxies.UserSetting,
        ProviderSettings.AuthoritySetting,
        ProviderSettings.ClientSetting,
        ProviderSettings.SecretSetting,
        "CAIRN_LADDERS",
        "CAIRN_SERVER",
        "CAIRN_TOKEN",
        "CAIRN_BACKUPS",
        "CAIRN_BACKUP_KEY",
        "CAIRN_NIGHTLY",
        "CAIRN_LONG",
    ];

    public static IEnumerable<Finding> Of(Storage storage, TimeProvider clock, IDictionary environment)
    {
        var now = clock.GetUtcNow();
        yield return now.Year is >= FirstYear and <= LastYear
            ? Finding.Good("clock", $"it is {now:yyyy-MM-dd HH:mm} UTC")
            : Finding.Bad("clock", $"it says {now:yyyy-MM-dd HH:mm} UTC", "Set this machine's clock.");
        yield return PersonalDay.IsZone("Europe/Berlin") && PersonalDay.IsZone("Pacific/Auckland")
            ? Finding.Good("time zones", $"known; this machine's is {clock.LocalTimeZone.Id}")
            : Finding.Bad("time zones", "this machine has no time zone data", "Install the package tzdata.");
        yield return Environment(environment);
        if (storage.Postgres is { } connection)
        {
            yield return Postgres(connection);
        }
    }

    private static Finding Environment(IDictionary environment)
    {
        var names = environment
            .Keys.Cast<string>()
            .Where(name => name.StartsWith("CAIRN_", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (names.Find(name => !Settings.Contains(name)) is { } unknown)
        {
            return Finding.Bad(
                "settings",
                $"{unknown} is no setting of Cairn",
                $"Correct its name, or unset it. There are: {string.Join(", ", Settings[..^1])}."
            );
        }

        return Finding.Good("settings", names.Count == 0 ? "the usual ones" : string.Join(", ", names));
    }

    private static Finding Postgres(string connection)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            return Finding.Good("PostgreSQL setting", $"{parts.Host}, database {parts.Database}");
        }
        catch (ArgumentException)
        {
            return Finding.Bad(
                "PostgreSQL setting",
                "it is not a connection string",
                "Write it like Host=localhost;Username=cairn;Password=…;Database=cairn."
            );
        }
    }
}
