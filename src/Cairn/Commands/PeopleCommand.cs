using System.CommandLine;
using Cairn.Accounts;
using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Commands;

/// <summary>Who signs in here, and the way back in for somebody who cannot: whoever can read the store can open it anyway.</summary>
public static class PeopleCommand
{
    public static Command Make()
    {
        var command = new Command("people", "Lists who signs in here.");
        var data = new DataOptions(command);
        command.SetAction(
            (call, cancel) =>
                With(
                    data.StorageOf(call),
                    call.InvocationConfiguration,
                    (cairn, console) => List(cairn, console, cancel),
                    cancel
                )
        );
        command.Subcommands.Add(MakeLetIn());
        return command;
    }

    private static Command MakeLetIn()
    {
        var command = new Command("let-in", "Prints a link that signs somebody in once, within the next hour.");
        var name = new Argument<string>("NAME") { Description = "The name with which they sign in." };
        var url = new Option<string>("--url")
        {
            Description = $"How they reach this Cairn. Also: CAIRN_URL. [default: {ServeCommand.Usual}]",
            HelpName = "URL",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_URL") ?? ServeCommand.Usual,
        };
        command.Arguments.Add(name);
        command.Options.Add(url);
        var data = new DataOptions(command);
        command.SetAction(
            (call, cancel) =>
                With(
                    data.StorageOf(call),
                    call.InvocationConfiguration,
                    (cairn, console) => LetIn(cairn, console, call.GetValue(name)!, call.GetValue(url)!, cancel),
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> List(OpenCairn cairn, InvocationConfiguration console, CancellationToken cancel)
    {
        var accounts = await cairn.Db.Accounts.AsNoTracking().OrderBy(a => a.Created).ToListAsync(cancel);
        foreach (var account in accounts)
        {
            await console.Output.WriteLineAsync($"{account.Name}\t{account.Role}\t{account.Created:yyyy-MM-dd}");
        }

        if (accounts.Count == 0)
        {
            await console.Output.WriteLineAsync("Nobody signs in here: it is a private Cairn.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> LetIn(
        OpenCairn cairn,
        InvocationConfiguration console,
        string name,
        string url,
        CancellationToken cancel
    )
    {
        var key = AccountName.KeyOf(name);
        if (
            await cairn.Db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NameKey == key, cancel)
            is not { } account
        )
        {
            await console.Error.WriteLineAsync($"Nobody here signs in as {name}. cairn people lists who does.");
            return ExitCode.Refused;
        }

        var links = new Links(cairn.Db, cairn.Gate, Clock.OfThisMachine);
        if (await links.Make(account.PersonId, LinkKind.WayBack, cancel) is not { } pass)
        {
            await console.Error.WriteLineAsync("Many links are open for them. Wait an hour, then there is room again.");
            return ExitCode.Refused;
        }

        await console.Output.WriteLineAsync($"{url.TrimEnd('/')}/back-in/{pass.Text}");
        await console.Error.WriteLineAsync(
            $"It signs {account.Name} in once, within the next hour. Give it to nobody else."
        );
        return ExitCode.Done;
    }

    private static async Task<int> With(
        Storage storage,
        InvocationConfiguration console,
        Func<OpenCairn, InvocationConfiguration, Task<int>> work,
        CancellationToken cancel
    )
    {
        var (opened, problem) = await OpenCairn.OpenThere(storage, Clock.OfThisMachine, cancel);
        if (opened is null)
        {
            await console.Error.WriteLineAsync(problem);
            return ExitCode.Store;
        }

        await using var cairn = opened;
        return await work(cairn, console);
    }
}
