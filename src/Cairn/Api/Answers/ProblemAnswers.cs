using Cairn.Shell;

namespace Cairn.Api.Answers;

/// <summary>Below the API's root nothing is answered with a page: what is wrong is always a <see cref="Problem"/>.</summary>
public sealed partial class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(ApiEndpoints.Root, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            var status = refused.StatusCode;
            var sentence = refused is SentenceException ? refused.Message : Problem.SentenceOf(status);
            await Problem.Of(status, sentence).ExecuteAsync(context);
            return;
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            WentWrong(error);
            var answered = StoreTrouble.Of(error) is { } trouble
                ? Problem.Of(StatusCodes.Status503ServiceUnavailable, trouble)
                : Problem.Of(StatusCodes.Status500InternalServerError, ApiWords.WentWrong);
            await answered.ExecuteAsync(context);
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } answer)
        {
            await Problem.Of(answer.StatusCode, Problem.SentenceOf(answer.StatusCode)).ExecuteAsync(context);
        }
    }

    [LoggerMessage(LogLevel.Error, "Something went wrong while the API was answering")]
    private partial void WentWrong(Exception error);
}

/// <summary>What a program sent cannot be used; the message is a sentence for whoever wrote it.</summary>
public sealed class SentenceException(string sentence, int status = StatusCodes.Status400BadRequest)
    : BadHttpRequestException(sentence, status);
