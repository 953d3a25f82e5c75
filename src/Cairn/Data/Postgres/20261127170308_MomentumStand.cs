using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Postgres
{
    /// <inheritdoc />
    public partial class MomentumStand : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Momentum", table: "Beliefs", type: "text", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Momentum", table: "Beliefs");
        }
    }
}
