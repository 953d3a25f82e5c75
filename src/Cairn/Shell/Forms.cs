using Microsoft.AspNetCore.Http.Features;

namespace Cairn.Shell;

/// <summary>Forms as they are sent: one that nobody's page would send is an empty one, and not an error.</summary>
public static class Forms
{
    private const string OfOurPages = "application/x-www-form-urlencoded";

    private static readonly FormOptions UsualRoom = new();

    public static async Task<IFormCollection> Read(
        HttpRequest request,
        CancellationToken cancel,
        FormOptions? room = null
    )
    {
        try
        {
            return request.HasFormContentType
                ? await request.ReadFormAsync(room ?? UsualRoom, cancel)
                : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }

    /// <summary>
    /// The framework refuses a form with a zero byte in it as a whole, and with it all that was typed. Here it comes in
    /// as another sign that cannot be kept, so that the page can say so beside the words.
    /// </summary>
    public static void UseReadableForms(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (context.Request.ContentType?.StartsWith(OfOurPages, StringComparison.OrdinalIgnoreCase) == true)
                {
                    var body = new MemoryStream();
                    try
                    {
                        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                    }
                    catch (BadHttpRequestException refused)
                    {
                        context.Response.StatusCode = refused.StatusCode; // too long, for one
                        return;
                    }

                    ReplaceZeroes(body.GetBuffer().AsSpan(0, (int)body.Length));
                    body.Position = 0;
                    context.Request.Body = body;
                }

                await next(context);
            }
        );

    private static void ReplaceZeroes(Span<byte> form)
    {
        for (int at; (at = form.IndexOf("%00"u8)) >= 0; form = form[(at + 3)..])
        {
            form[at + 2] = (byte)'1';
        }
    }
}
