using System.CommandLine;
using System.Text.Json;
using Cairn.Api;
using Cairn.Api.Resources;
using Cairn.Data;
using Cairn.Today.Actions;

namespace Cairn.Commands.Day;

/// <summary>The day from a terminal: look at it, notice a win, say what was done.</summary>
public static class DayCommands
{
    public static Command MakeToday()
    {
        var command = new Command("today", "Shows the day: its one sentence, and each step with its three sizes.");
        var options = new DayBookOptions(command);
        command.SetAction(
            (call, cancel) => options.With(call, book => Show(book, null, call, options, cancel), cancel)
        );
        return command;
    }

    public static Command MakeWin()
    {
        var command = new Command("win", "Writes down a win that nobody planned, and what it changes.");
        var text = new Argument<string>("TEXT") { Description = "In your own words." };
        command.Arguments.Add(text);
        var id = IdOf(command);
        var options = new DayBookOptions(command);
        command.SetAction(
            (call, cancel) =>
                options.With(
                    call,
                    book => Say(book, new Noticed(call.GetValue(text)!) { Id = Id(call, id) }, call, options, cancel),
                    cancel
                )
        );
        return command;
    }

    public static Command MakeLog()
    {
        var command = new Command(
            "log",
            "Says what was done: so much of a practice, a task, or that a moment happened."
        );
        var name = new Argument<string>("STEP") { Description = "A step of today, by its name or a part of it." };
        var amount = new Argument<string?>("AMOUNT")
        {
            Description = "How much of a practice, in its unit; left out, it is the aim.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        command.Arguments.Add(name);
        command.Arguments.Add(amount);
        var id = IdOf(command);
        var options = new DayBookOptions(command);
        command.SetAction(
            (call, cancel) =>
                options.With(
                    call,
                    book =>
                        LogStep(book, call.GetValue(name)!, call.GetValue(amount), Id(call, id), call, options, cancel),
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> LogStep(
        IDayBook book,
        string name,
        string? typed,
        Guid id,
        ParseResult call,
        DayBookOptions options,
        CancellationToken cancel
    )
    {
        var amount = Units.Read(typed);
        if (typed is not null && amount is null)
        {
            return await Refuse(Told.Refused<Taken>($"{typed} is no amount. Write it like 12 or 2.5."), call);
        }

        var day = await book.Today(null, cancel);
        if (day.Value is null)
        {
            return await Refuse(day, call);
        }

        var step = NamedStep.Find(day.Value, name);
        if (step.Value is null)
        {
            return await Refuse(step, call);
        }

        var action = step.Value.Done(id, amount);
        return action.Value is null ? await Refuse(action, call) : await Say(book, action.Value, call, options, cancel);
    }

    private static async Task<int> Say(
        IDayBook book,
        DayAction action,
        ParseResult call,
        DayBookOptions options,
        CancellationToken cancel
    )
    {
        var said = await book.Say(action, cancel);
        return said.Value is null ? await Refuse(said, call)
            : options.WantsJson(call) ? await Print(said.Value, call)
            : await Show(book, said.Value.Counts, call, options, cancel);
    }

    private static async Task<int> Show(
        IDayBook book,
        Guid? said,
        ParseResult call,
        DayBookOptions options,
        CancellationToken cancel
    )
    {
        var day = await book.Today(said, cancel);
        if (day.Value is null)
        {
            return await Refuse(day, call);
        }

        if (options.WantsJson(call))
        {
            return await Print(day.Value, call);
        }

        await DayPrinter.Print(day.Value, call.InvocationConfiguration.Output);
        return ExitCode.Done;
    }

    private static async Task<int> Print<T>(T value, ParseResult call)
    {
        await call.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(value, ApiFormat.Usual));
        return ExitCode.Done;
    }

    private static async Task<int> Refuse<T>(Told<T> told, ParseResult call)
        where T : class
    {
        await call.InvocationConfiguration.Error.WriteLineAsync(told.Why);
        return told.Exit;
    }

    private static Option<Guid?> IdOf(Command command)
    {
        var id = new Option<Guid?>("--id")
        {
            Description = "An id of your own for it, a UUID: said twice, it counts once.",
            HelpName = "UUID",
        };
        command.Options.Add(id);
        return id;
    }

    private static Guid Id(ParseResult call, Option<Guid?> id) =>
        call.GetValue(id) ?? Guid.CreateVersion7(Clock.OfThisMachine.GetUtcNow());
}
