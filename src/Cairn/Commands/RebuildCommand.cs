using System.CommandLine;
using System.Text.Json;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Commands;

public static class RebuildCommand
{
    public static Command Make()
    {
        var command = new Command(
            "rebuild",
            "Works out every belief anew from the entries; on sound data this changes nothing."
        );
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        command.Options.Add(json);
        command.SetAction((call, cancel) => Rebuild(data.StorageOf(call), call.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> Rebuild(Storage storage, bool json, CancellationToken cancel)
    {
        var clock = Clock.OfThisMachine;
        var (opened, problem) = await OpenCairn.OpenThere(storage, clock, cancel);
        if (opened is null)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitCode.Store;
        }

        await using var store = opened;

        var people = await store.Db.People.AsNoTracking().ToListAsync(cancel);
        var changed = 0;
        foreach (var person in people)
        {
            changed += await RebuildOne(store, person, clock, cancel) ? 1 : 0;
        }

        Console.WriteLine(
            json
                ? JsonSerializer.Serialize(new { people = people.Count, changed })
                : $"{people.Count} looked at, {changed} changed."
        );
        return ExitCode.Done;
    }

    private static Task<bool> RebuildOne(
        OpenCairn store,
        Person person,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        store.Gate.Write(
            store.Db,
            person.Id,
            async () =>
            {
                store.Db.ChangeTracker.Clear();
                var stored = await store
                    .Db.Beliefs.AsNoTracking()
                    .FirstOrDefaultAsync(belief => belief.PersonId == person.Id, cancel);
                var through = stored?.Through ?? Snapshots.DueOn(person.DayOf(clock.GetUtcNow()));
                return await Snapshots.Rebuild(store.Db, person.Id, through, cancel);
            },
            cancel
        );
}
