using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.Shell;

/// <summary>Answers that are pages.</summary>
public static class Pages
{
    /// <summary>Today.</summary>
    public const string Home = "/";

    /// <summary>The page, never kept by the browser: it holds somebody's day.</summary>
    public static IResult Show<TPage>(HttpContext context, string parameter, object view, int status = 200)
        where TPage : IComponent
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = view }
        )
        {
            StatusCode = status,
        };
    }

    /// <summary>After a write: the browser asks anew, and its back button does what it says.</summary>
    public static IResult Next(string path) => new SeeOther(path);

    /// <summary>A path of our own pages, where a form says that it came from one; null for anything else.</summary>
    public static string? Ours(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_')
            ? path
            : null;

    /// <summary>A page instead of a bare status; no detail of what went wrong leaves the machine.</summary>
    public static IResult Sorry(this IResultExtensions _, HttpContext context)
    {
        var status = context.Response.StatusCode;
        var trouble = StoreTrouble.Of(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        return trouble is null
            ? Show<SorryPage>(
                context,
                nameof(SorryPage.Sentence),
                status switch
                {
                    StatusCodes.Status404NotFound => ShellWords.NotHere,
                    StatusCodes.Status401Unauthorized => ShellWords.NotSignedIn,
                    StatusCodes.Status429TooManyRequests => ShellWords.ManyTries,
                    _ => ShellWords.SomethingWentWrong,
                },
                status
            )
            : Show<SorryPage>(
                context,
                nameof(SorryPage.Sentence),
                trouble,
                StatusCodes.Status503ServiceUnavailable // it passes: devices keep what they have and come again
            );
    }

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
