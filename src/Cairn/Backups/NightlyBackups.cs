using Cairn.Data;

namespace Cairn.Backups;

/// <summary>
/// A backup for each night, at three by this machine's clock or as soon as it is awake again. One that does not work is
/// tried again; the page and the log say why.
/// </summary>
public sealed partial class NightlyBackups(
    Storage storage,
    BackupMaker backups,
    TimeProvider clock,
    ILogger<NightlyBackups> log
) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(3);

    /// <summary>Why the last try made none; null if it did.</summary>
    public string? Trouble { get; private set; }

    /// <summary>True if the last three in the morning has none yet. One from the future does not count: the clock was wrong then.</summary>
    public static bool IsDue(DateTimeOffset? newest, DateTimeOffset now, TimeZoneInfo zone)
    {
        var wall = TimeZoneInfo.ConvertTime(now, zone);
        var three = wall.TimeOfDay >= Hour ? wall.Date + Hour : wall.Date.AddDays(-1) + Hour;
        return newest is null
            || TimeZoneInfo.ConvertTime(newest.Value, zone).DateTime < three
            || newest > now.AddDays(1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!storage.MakesNightlyBackups)
        {
            return;
        }

        using var timer = new PeriodicTimer(Often, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await MakeIfDue(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Cairn stops
        }
    }

    private async Task MakeIfDue(CancellationToken cancel)
    {
        try
        {
            var newest = backups.All().FirstOrDefault(backup => backup.Occasion == Occasion.Nightly)?.Made;
            if (IsDue(newest, clock.GetUtcNow(), clock.LocalTimeZone))
            {
                await backups.Make(Occasion.Nightly, cancel);
            }

            Trouble = null;
        }
        catch (Exception error) when (error is BackupException or IOException or UnauthorizedAccessException)
        {
            if (Trouble != error.Message)
            {
                NotMade(error.Message);
            }

            Trouble = error.Message;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence}")]
    private partial void NotMade(string sentence);
}
