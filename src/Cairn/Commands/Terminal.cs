using Spectre.Console;

namespace Cairn.Commands;

public static class Terminal
{
    /// <summary>A bar for a person at a terminal; a program that reads along gets none.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="whole">The value at which it is done.</param>
    /// <param name="work">Is given a way to tell how far it is.</param>
    public static Task<T> WithProgress<T>(string what, double whole, Func<Action<double>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(_ => { });
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal
            .Progress()
            .StartAsync(progress =>
            {
                var bar = progress.AddTask(what, maxValue: whole);
                return work(done => bar.Value = done);
            });
    }
}
