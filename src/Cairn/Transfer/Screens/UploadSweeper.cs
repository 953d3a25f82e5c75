namespace Cairn.Transfer.Screens;

/// <summary>Files that nobody came back for go, also where nobody opens a page any more.</summary>
public sealed class UploadSweeper(UploadedFiles files, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        try
        {
            do
            {
                Sweep();
            } while (await timer.WaitForNextTickAsync(stoppingToken));
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
            files.Sweep();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // it is tried again
        }
    }
}
