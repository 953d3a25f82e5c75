using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Cairn.People;

/// <summary>Who may come in: nobody, unless an endpoint says otherwise or somebody has shown who they are.</summary>
public static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<Sessions>();
        services
            .AddAuthentication(Schemes.Cairn)
            .AddPolicyScheme(Schemes.Cairn, null, cairn => cairn.ForwardDefaultSelector = Schemes.Of)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(Schemes.Session, null)
            .AddScheme<AuthenticationSchemeOptions, PrivateHandler>(Schemes.Private, null);
        var pages = SomebodyBy(Schemes.Session, Schemes.Proxy, Schemes.Private); // a token opens the API, which says so itself
        services.AddAuthorizationBuilder().SetFallbackPolicy(pages).SetDefaultPolicy(pages);
    }

    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static AuthorizationPolicy SomebodyBy(params string[] schemes) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(asked => schemes.Contains(asked.User.Identity?.AuthenticationType))
            .Build();
}
