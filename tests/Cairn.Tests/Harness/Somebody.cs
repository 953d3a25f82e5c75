using Cairn.Accounts;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Harness;

/// <summary>People who sign in, written straight into the store: a password takes its time to hash.</summary>
public static class Somebody
{
    /// <summary>Gives the person of a private Cairn an account.</summary>
    public static async Task<Guid> BecomesShared(this TestCairn cairn, string name = "Owner")
    {
        var person = await cairn.Look(db => db.People.OrderBy(p => p.Created).Select(p => p.Id).FirstAsync());
        await cairn.GiveAccount(person, name, Role.Owner);
        cairn.Services.GetRequiredService<PrivateCairn>().BecomesShared();
        return person;
    }

    /// <summary>Somebody new with an empty Cairn of their own.</summary>
    public static async Task<Guid> Join(this TestCairn cairn, string name)
    {
        var now = cairn.Clock.GetUtcNow();
        var person = new Person
        {
            Id = Guid.CreateVersion7(now),
            Zone = "Europe/Berlin",
            Created = now.AddMinutes(1),
        };
        await cairn.Look(db =>
        {
            db.People.Add(person);
            return db.SaveChangesAsync();
        });
        await cairn.GiveAccount(person.Id, name, Role.Member);
        return person.Id;
    }

    /// <summary>A browser in which this person is signed in.</summary>
    public static async Task<Visitor> SignIn(this TestCairn cairn, Guid person)
    {
        var visitor = cairn.Visit();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", $"cairn-session={(await cairn.BeginSession(person)).Text}");
        return visitor;
    }

    /// <summary>As from another device: signed out everywhere.</summary>
    public static Task<int> EndSessions(this TestCairn cairn, Guid person) =>
        cairn.Look(db => db.Sessions.Where(s => s.PersonId == person).ExecuteDeleteAsync());

    public static async Task<Pass> BeginSession(this TestCairn cairn, Guid person)
    {
        var now = cairn.Clock.GetUtcNow();
        var pass = Pass.New(person, Guid.CreateVersion7(now));
        await cairn.Look(db =>
        {
            db.Sessions.Add(
                new Session
                {
                    PersonId = person,
                    Id = pass.Id,
                    Secret = pass.Hash,
                    Device = "",
                    Created = now,
                    Seen = now,
                }
            );
            return db.SaveChangesAsync();
        });
        return pass;
    }

    public static Task<int> GiveAccount(this TestCairn cairn, Guid person, string name, Role role) =>
        cairn.Look(db =>
        {
            db.Accounts.Add(
                new Account
                {
                    PersonId = person,
                    Name = name,
                    NameKey = AccountName.KeyOf(name),
                    Role = role,
                    Created = cairn.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });
}
