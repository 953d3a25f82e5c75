using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cairn.Data;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : CairnDb(options)
{
    /// <summary>For <c>dotnet ef</c> only.</summary>
    public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design-time.db").Options);
    }
}
