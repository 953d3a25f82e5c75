using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Postgres
{
    /// <inheritdoc />
    public partial class Ladder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Ladder",
                table: "StepVersions",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Ladder", table: "StepVersions");
        }
    }
}
