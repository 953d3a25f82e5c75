using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Postgres
{
    /// <inheritdoc />
    public partial class CheckIns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "RatesFeelings",
                table: "People",
                type: "boolean",
                nullable: false,
                defaultValue: true
            );

            migrationBuilder.AddColumn<string>(name: "Answers", table: "DayWords", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Content", table: "DayWords", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Period",
                table: "DayWords",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "RatesFeelings", table: "People");

            migrationBuilder.DropColumn(name: "Answers", table: "DayWords");

            migrationBuilder.DropColumn(name: "Content", table: "DayWords");

            migrationBuilder.DropColumn(name: "Period", table: "DayWords");
        }
    }
}
