namespace Cairn.People;

/// <summary>
/// What whoever finds a device that is signed in shall not be able to do: lock its owner out, or delete all of theirs. It
/// asks to be shown once more who it is.
/// </summary>
public static class JustSignedIn
{
    /// <summary>Where nobody signs in there is nothing to show.</summary>
    public static bool HasJustSignedIn(this HttpContext context) =>
        context.User.IsPrivate()
        || Sessions.IsFresh(
            context.CurrentSession(),
            context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()
        );

    /// <summary>Where it is shown, and the way back from there.</summary>
    public static string Again(string back) => $"{SignInFirst.Path}?back={back}&again=true";

    public static TBuilder OnlyJustSignedIn<TBuilder>(this TBuilder endpoints, string back)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(
            async (asked, next) =>
                asked.HttpContext.HasJustSignedIn() ? await next(asked) : Shell.Pages.Next(Again(back))
        );
}
