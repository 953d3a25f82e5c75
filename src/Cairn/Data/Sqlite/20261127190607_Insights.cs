using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Sqlite
{
    /// <inheritdoc />
    public partial class Insights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(name: "Last", table: "DayWords", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Question",
                table: "DayWords",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "Seed", table: "DayWords", type: "INTEGER", nullable: true);
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
