using Microsoft.EntityFrameworkCore;

namespace Cairn.Harness;

/// <summary>Ways through Cairn that many tests begin with.</summary>
public static class Walks
{
    /// <summary>From the first page to Today with one step: 20 minutes of walking, sure at eight.</summary>
    public static async Task Begin(this Visitor visitor, string zone = "Europe/Berlin")
    {
        await visitor.Open("/welcome");
        visitor.Fill("title", "Move more");
        visitor.Fill("zone", zone);
        await visitor.Press("area", "health");
        visitor.Fill("name", "Walk");
        visitor.Fill("amount", "20");
        visitor.Fill("unit", "min");
        await visitor.Press();
        await visitor.Press("rating", "8");
        await visitor.Press("cue", "pour the coffee");
    }

    /// <summary>Opens Today at the same hour of the next day.</summary>
    public static Task NextDay(this Visitor visitor, TestCairn cairn)
    {
        cairn.Clock.Advance(TimeSpan.FromDays(1));
        return visitor.Open("/");
    }

    /// <summary>For a test that names days and does not begin with a first step, which says where somebody lives.</summary>
    public static Task LivesIn(this TestCairn cairn, string zone) =>
        cairn.Look(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.Zone, zone)));
}
