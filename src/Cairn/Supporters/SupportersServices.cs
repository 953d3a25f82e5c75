namespace Cairn.Supporters;

/// <summary>One goal, shown to one person, until its owner says otherwise.</summary>
public static class SupportersServices
{
    public static void AddSupporters(this IServiceCollection services)
    {
        services.AddScoped<Sharing>();
        services.AddScoped<ChoosingNotes>();
        services.AddScoped<Looking>();
        services.AddScoped<Cheering>();
    }

    public static void MapSupporters(this WebApplication app)
    {
        app.MapSharing();
        app.MapNotes();
        app.MapSupporting();
    }
}
