using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

public static class DataServices
{
    /// <summary>One abstract context for the program; which database stands behind it is one setting.</summary>
    public static IServiceCollection AddCairnData(this IServiceCollection services, Storage storage)
    {
        services.AddSingleton(storage);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Tidying>();
        services.AddSingleton<StoreInUse>();
        return storage.IsSqlite
            ? services.AddDbContext<CairnDb, SqliteDb>(options =>
                options.UseSqlite(storage.SqliteConnection()).AddInterceptors(new SqlitePragmas())
            )
            : services.AddDbContext<CairnDb, PostgresDb>(options => options.UseNpgsql(storage.Postgres));
    }
}
