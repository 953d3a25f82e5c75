using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Backups;

/// <summary>The page that shows when the last backup was made and where, and makes one.</summary>
public static class BackupsEndpoints
{
    private const string Address = "/settings/backups";

    public static void AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<BackupMaker>();
        services.AddSingleton<NightlyBackups>();
        services.AddHostedService(provider => provider.GetRequiredService<NightlyBackups>());
    }

    public static void MapBackups(this WebApplication app)
    {
        app.MapGet(
                Address,
                (HttpContext context, BackupMaker backups, NightlyBackups nights, Storage storage, Me me, bool? made) =>
                    Show(context, backups, storage, me, made ?? false, nights.Trouble)
            )
            .OnlyForOwner();
        app.MapPost(Address, Make).DisableAntiforgery().OnlyForOwner();
    }

    private static async Task<IResult> Make(
        HttpContext context,
        BackupMaker backups,
        Storage storage,
        Me me,
        CancellationToken cancel
    )
    {
        try
        {
            await backups.Make(Occasion.ByHand, cancel);
            return Pages.Next(Address + "?made=true");
        }
        catch (BackupException error)
        {
            return Show(
                context,
                backups,
                storage,
                me,
                justMade: false,
                error.Message,
                StatusCodes.Status422UnprocessableEntity
            );
        }
    }

    private static IResult Show(
        HttpContext context,
        BackupMaker backups,
        Storage storage,
        Me me,
        bool justMade,
        string? trouble,
        int status = StatusCodes.Status200OK
    ) =>
        Pages.Show<BackupsPage>(
            context,
            nameof(BackupsPage.View),
            new BackupsView(
                backups.All(),
                backups.Folder,
                storage.BackupKey is not null,
                storage.MakesNightlyBackups,
                me.Person,
                justMade,
                trouble
            ),
            status
        );
}
