using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;

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

    /// <summary>The same with a step that is taken from a ladder, as it is.</summary>
    public static async Task BeginWithALadder(this Visitor visitor)
    {
        await visitor.Open("/ladders/short-walk");
        await visitor.Press("ladder", "short-walk");
        await visitor.Press();
        await visitor.Press("rating", "8");
        await visitor.Press("cue", "have had lunch");
    }

    /// <summary>The page of the goal that was made first.</summary>
    public static Task<string> FirstGoal(this TestCairn cairn) =>
        cairn.Look(async db => $"/goals/{await db.Goals.OrderBy(g => g.Created).Select(g => g.Id).FirstAsync()}");

    /// <summary>The page of the step that was made first.</summary>
    public static Task<string> FirstStep(this TestCairn cairn) =>
        cairn.Look(async db => $"/steps/{await db.Steps.OrderBy(s => s.Created).Select(s => s.Id).FirstAsync()}");

    /// <summary>Opens Today at the same hour of the next day.</summary>
    public static Task NextDay(this Visitor visitor, TestCairn cairn)
    {
        cairn.Clock.Advance(TimeSpan.FromDays(1));
        return visitor.Open("/");
    }

    /// <summary>Hands in a file with a history.</summary>
    /// <returns>The page that shows what it holds.</returns>
    public static async Task<string> HandIn(this Visitor visitor, string text)
    {
        using var answer = await visitor.SendFile(text);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public static async Task<HttpResponseMessage> SendFile(this Visitor visitor, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "../../export.json" },
        };
        return await visitor.Http.PostAsync(new Uri("/settings/import", UriKind.Relative), form);
    }

    /// <summary>For a test that names days and does not begin with a first step, which says where somebody lives.</summary>
    public static Task LivesIn(this TestCairn cairn, string zone) =>
        cairn.Look(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.Zone, zone)));
}
