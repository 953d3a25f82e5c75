using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cairn.Data;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : CairnDb(options)
{
    /// <summary>For <c>dotnet ef</c> only.</summary>
    public sealed class DesignTime : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design-time").Options);
    }
}
