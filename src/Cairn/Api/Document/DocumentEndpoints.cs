using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.OpenApi;

namespace Cairn.Api.Document;

/// <summary>The document for tools, and the same as a page to read, which asks nothing of the outside.</summary>
public static class DocumentEndpoints
{
    public const string Path = "/api";
    public const string File = ApiEndpoints.Root + "/openapi.json";

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi(File).AllowAnonymous();
        app.MapGet(Path, Show);
    }

    private static async Task<IResult> Show(HttpContext context, Me _, CancellationToken cancel)
    {
        var document = await context
            .RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name)
            .GetOpenApiDocumentAsync(cancel);
        return Pages.Show<DocumentPage>(context, nameof(DocumentPage.View), DocumentView.Of(document));
    }
}
