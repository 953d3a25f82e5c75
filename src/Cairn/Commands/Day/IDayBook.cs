using Cairn.Api.Resources;
using Cairn.Today.Actions;

namespace Cairn.Commands.Day;

/// <summary>Where a command reads the day and says something about it: the store of this machine, or a server.</summary>
public interface IDayBook : IAsyncDisposable
{
    /// <param name="said">What was just said: then the sentence is about that.</param>
    /// <param name="cancel">Stops the reading.</param>
    Task<Told<DayShown>> Today(Guid? said, CancellationToken cancel);

    Task<Told<Taken>> Say(DayAction action, CancellationToken cancel);
}

/// <summary>What was asked for, or why it cannot be had and what the shell is told.</summary>
public sealed record Told<T>(T? Value, string Why = "", int Exit = ExitCode.Done)
    where T : class;

public static class Told
{
    public static Told<T> Refused<T>(string why, int exit = ExitCode.Refused)
        where T : class => new(null, why, exit);
}
