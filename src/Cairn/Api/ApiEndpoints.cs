using Cairn.Api.Answers;
using Cairn.Api.Calendar;
using Cairn.Api.Document;
using Cairn.Api.Keys;
using Cairn.Api.Resources;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Json;

namespace Cairn.Api;

/// <summary>
/// What the screens do, for other programs: the same actions and views, opened by a key and by nothing else. In a private Cairn too:
/// there every program of this machine reaches the address, and only those with a key are let in.
/// </summary>
public static class ApiEndpoints
{
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddScoped<AccessKeys>();
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        // That somebody came without a key is no news; what went wrong is.
        services.AddLogging(logging => logging.AddFilter(typeof(TokenAuthentication).FullName, LogLevel.Warning));
        services.Configure<JsonOptions>(json => ApiFormat.Configure(json.SerializerOptions));
        services.AddApiDocument();
    }

    /// <summary>To be put where the language is known, and before anything answers.</summary>
    public static void UseApi(this WebApplication app) => app.UseMiddleware<ProblemAnswers>();

    public static void MapApi(this WebApplication app)
    {
        var root = app.MapGroup(Root).DisableAntiforgery();
        var api = new ApiGroups(root.Opened(Scopes.Read), root.Opened(Scopes.Log), root.Opened(Scopes.Write));
        api.MapActions();
        api.MapDays();
        api.MapWeeks();
        api.MapLetters();
        api.MapRoutines();
        api.MapExperiments();
        api.MapUnstick();
        api.MapBreakdown();
        api.MapLadders();
        api.MapGoals();
        api.MapSteps();
        api.MapEasier();
        api.MapEntries();
        api.MapCheckIns();
        api.MapHistory();
        api.MapProgress();
        api.MapInsights();
        api.MapReport();
        api.MapSettings();
        api.MapHelp();
        api.MapTransfer();
        app.MapApiDocument();
        app.MapKeys();
        app.MapCalendar();
    }

    /// <summary>The scheme is named, so that who is signed in on the pages does not open the API by that.</summary>
    private static RouteGroupBuilder Opened(this RouteGroupBuilder root, string scope) =>
        root.MapGroup("")
            .RequireAuthorization(policy =>
                policy
                    .AddAuthenticationSchemes(TokenAuthentication.SchemeName)
                    .RequireAuthenticatedUser()
                    .RequireClaim(Scopes.Claim, scope)
            )
            .WithMetadata(new NeededScope(scope));

    /// <summary>Says what an operation answers when all is well.</summary>
    internal static RouteHandlerBuilder Shows<T>(this RouteHandlerBuilder operation, string summary) =>
        operation.WithSummary(summary).Produces<T>(StatusCodes.Status200OK, "application/json");

    /// <summary>Says what it makes: 201, and 200 when the same is sent again.</summary>
    internal static RouteHandlerBuilder Makes<T>(this RouteHandlerBuilder operation, string summary) =>
        operation.Shows<T>(summary).Produces<T>(StatusCodes.Status201Created, "application/json");

    /// <summary>Says what an operation does that has nothing to show.</summary>
    internal static RouteHandlerBuilder Does(this RouteHandlerBuilder operation, string summary) =>
        operation.WithSummary(summary).Produces(StatusCodes.Status204NoContent);

    /// <summary>Says what else it may answer, where that cannot be read off its parameters.</summary>
    internal static RouteHandlerBuilder Refuses(
        this RouteHandlerBuilder operation,
        int status,
        Func<string> sentence
    ) => operation.WithMetadata(new Refusal(status, sentence));
}

/// <summary>On an operation: a refusal of its own.</summary>
public sealed record Refusal(int Status, Func<string> Sentence);

/// <summary>The operations by what a key needs for them.</summary>
public sealed record ApiGroups(RouteGroupBuilder Read, RouteGroupBuilder Log, RouteGroupBuilder Write);
