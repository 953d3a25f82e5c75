using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Cairn.Transfer.Screens;

/// <summary>The file in a form, read from the wire without a copy elsewhere.</summary>
internal static class Upload
{
    private const int LongestBoundary = 100;

    /// <returns>Null where the form holds no file.</returns>
    public static async Task<Stream?> FileIn(HttpRequest request, CancellationToken cancel)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= LongestBoundary } boundary
        )
        {
            return null;
        }

        var reader = new MultipartReader(boundary.Value!, request.Body);
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (
                ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                && disposition.FileName.Length > 0
            )
            {
                return section.Body;
            }
        }

        return null;
    }
}
