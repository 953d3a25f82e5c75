using System.CommandLine;
using System.Globalization;
using Cairn.People;

namespace Cairn.Commands.Day;

/// <summary>Where the commands of the day look: the folder as the other commands do, or a server and the key that opens it.</summary>
public sealed class DayBookOptions
{
    private const string TokenVariable = "CAIRN_TOKEN";

    private readonly DataOptions data;

    private readonly Option<string?> server = new("--server")
    {
        Description = "A Cairn that serves, instead of the folder, such as https://cairn.example. Also: CAIRN_SERVER.",
        HelpName = "URL",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CAIRN_SERVER"),
    };

    private readonly Option<string> tokenFile = new("--token-file")
    {
        Description = "With the key for the server, readable by you alone. Also: CAIRN_TOKEN, the key itself.",
        HelpName = "FILE",
        DefaultValueFactory = _ =>
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "cairn", "token"),
    };

    private readonly Option<bool> json = new("--json") { Description = "Print as JSON." };

    public DayBookOptions(Command command)
    {
        data = new DataOptions(command);
        command.Options.Add(server);
        command.Options.Add(tokenFile);
        command.Options.Add(json);
    }

    public bool WantsJson(ParseResult call) => call.GetValue(json);

    /// <summary>Opens it, lets a command do its work, and says what stands in the way.</summary>
    public async Task<int> With(ParseResult call, Func<IDayBook, Task<int>> work, CancellationToken cancel)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (
            CultureInfo.InvariantCulture,
            CultureInfo.InvariantCulture
        ); // commands speak English
        var opened = call.GetValue(server) is { Length: > 0 } address
            ? Reach(address, call.GetValue(tokenFile)!)
            : await Open(data.StorageOf(call), cancel);
        if (opened.Value is null)
        {
            await call.InvocationConfiguration.Error.WriteLineAsync(opened.Why);
            return opened.Exit;
        }

        await using var book = opened.Value;
        return await work(book);
    }

    private static async Task<Told<IDayBook>> Open(Data.Storage storage, CancellationToken cancel)
    {
        if (storage.IsSqlite && !File.Exists(storage.SqliteFile))
        {
            return Told.Refused<IDayBook>(
                $"There is no Cairn in {storage.Folder}. Name its folder with --data, or a server with --server.",
                ExitCode.Store
            );
        }

        var (cairn, problem) = await OpenCairn.Open(storage, Clock.OfThisMachine, cancel);
        return cairn is null ? Told.Refused<IDayBook>(problem!, ExitCode.Store) : new(new OwnDayBook(cairn));
    }

    private static Told<IDayBook> Reach(string address, string file)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            return Told.Refused<IDayBook>($"{address} is no address. Write it like https://cairn.example.");
        }

        if (server.Scheme == "http" && !PrivateDoor.IsLoopback(address))
        {
            return Told.Refused<IDayBook>(
                $"Your key would travel to {server.Host} where others can read it, so it was not sent. Use https."
            );
        }

        var token = TokenIn(Environment.GetEnvironmentVariable(TokenVariable), file);
        return token.Value is { } key ? new(new ServerDayBook(server, key)) : Told.Refused<IDayBook>(token.Why);
    }

    private static Told<string> TokenIn(string? variable, string file)
    {
        if (variable is { Length: > 0 })
        {
            return new(variable.Trim());
        }

        if (!File.Exists(file))
        {
            return Told.Refused<string>(
                $"There is no key. Make one under Settings, Keys for other programs, and put it into {file} or {TokenVariable}."
            );
        }

        const UnixFileMode others =
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & others) != UnixFileMode.None
            ? Told.Refused<string>($"Others can read the key in {file}. Say: chmod 600 {file}")
            : new(File.ReadAllText(file).Trim());
    }
}
