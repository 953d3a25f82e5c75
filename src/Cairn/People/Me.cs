using System.Security.Claims;
using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.People;

/// <summary>Who asks, and which day and instant it is for them. An endpoint that takes it can only see this person.</summary>
public sealed record Me(Person Person, DateOnly Today, DateTimeOffset Now)
{
    public Guid Id => Person.Id;

    /// <summary>The time of the day from which this person looks back on it has come.</summary>
    public bool IsEvening => Person.IsEvening(Now);

    /// <summary>Called by the framework for each endpoint that takes a <see cref="Me"/>.</summary>
    public static async ValueTask<Me> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var id =
            context.User.PersonId() ?? throw new InvalidOperationException("An endpoint for anybody asked who it is.");
        var person =
            context.Items[typeof(Person)] is Person known && known.Id == id
                ? known
                : await services
                    .GetRequiredService<CairnDb>()
                    .People.AsNoTracking()
                    .SingleAsync(p => p.Id == id, context.RequestAborted);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var me = new Me(person, person.DayOf(now), now);
        context.Items[typeof(Me)] = me;
        return me;
    }

    /// <summary>Who asked, once an endpoint has been given its <see cref="Me"/>.</summary>
    public static Me? In(HttpContext context) => context.Items[typeof(Me)] as Me;
}
