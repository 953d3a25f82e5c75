using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Postgres
{
    /// <inheritdoc />
    public partial class Insights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(name: "Last", table: "DayWords", type: "date", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Question",
                table: "DayWords",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "Seed", table: "DayWords", type: "bigint", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Last", table: "DayWords");

            migrationBuilder.DropColumn(name: "Question", table: "DayWords");

            migrationBuilder.DropColumn(name: "Seed", table: "DayWords");
        }
    }
}
