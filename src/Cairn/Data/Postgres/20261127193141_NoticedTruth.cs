using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Postgres
{
    /// <inheritdoc />
    public partial class NoticedTruth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Truth",
                table: "DayWords",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Truth", table: "DayWords");
        }
    }
}
