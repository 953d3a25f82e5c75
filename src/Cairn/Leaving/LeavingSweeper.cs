using Cairn.Data;

namespace Cairn.Leaving;

/// <summary>Takes away copies whose time is over, and tidies where a deletion could not.</summary>
public sealed class LeavingSweeper(FarewellCopies copies, Tidying tidying, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await tidying.IfOwed(stoppingToken);
                Sweep();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Cairn stops
        }
    }

    private void Sweep()
    {
        try
        {
            copies.Sweep();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // it is tried again
        }
    }
}
