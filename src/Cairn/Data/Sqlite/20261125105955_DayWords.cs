using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Sqlite
{
    /// <inheritdoc />
    public partial class DayWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Derived, and made without stones and without days off: the next write makes it anew.
            migrationBuilder.Sql("DELETE FROM \"Beliefs\";");

            migrationBuilder.DropIndex(name: "OneEntryCountsPerStepAndDay", table: "Entries");

            migrationBuilder.AddColumn<Guid>(name: "Action", table: "StepVersions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Celebration",
                table: "People",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Full"
            );

            migrationBuilder.AddColumn<TimeOnly>(
                name: "Evening",
                table: "People",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeOnly(17, 0, 0)
            );

            migrationBuilder.AddColumn<int>(
                name: "OpenSteps",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5
            );

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Entries",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Practice"
            );

            migrationBuilder.AddColumn<int>(
                name: "Stones",
                table: "Beliefs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.CreateTable(
                name: "DayWords",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SupersededBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reserve = table.Column<bool>(type: "INTEGER", nullable: true),
                    Feel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayWords", x => new { x.PersonId, x.Id });
                    table.ForeignKey(
                        name: "FK_DayWords_Goals_PersonId_GoalId",
                        columns: x => new { x.PersonId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "PersonId", "Id" }
                    );
                    table.ForeignKey(
                        name: "FK_DayWords_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_DayWords_Steps_PersonId_StepId",
                        columns: x => new { x.PersonId, x.StepId },
                        principalTable: "Steps",
                        principalColumns: new[] { "PersonId", "Id" }
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "OneEntryCountsPerStepAndDay",
                table: "Entries",
                columns: new[] { "PersonId", "StepId", "Day" },
                unique: true,
                filter: "\"SupersededBy\" IS NULL AND \"Kind\" <> 'Moment'"
            );

            migrationBuilder.CreateIndex(
                name: "IX_DayWords_PersonId_Day",
                table: "DayWords",
                columns: new[] { "PersonId", "Day" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DayWords_PersonId_GoalId",
                table: "DayWords",
                columns: new[] { "PersonId", "GoalId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DayWords_PersonId_StepId",
                table: "DayWords",
                columns: new[] { "PersonId", "StepId" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "DayWords");

            migrationBuilder.DropIndex(name: "OneEntryCountsPerStepAndDay", table: "Entries");

            migrationBuilder.DropColumn(name: "Action", table: "StepVersions");

            migrationBuilder.DropColumn(name: "Celebration", table: "People");

            migrationBuilder.DropColumn(name: "Evening", table: "People");

            migrationBuilder.DropColumn(name: "OpenSteps", table: "People");

            migrationBuilder.DropColumn(name: "Kind", table: "Entries");

            migrationBuilder.DropColumn(name: "Stones", table: "Beliefs");

            migrationBuilder.CreateIndex(
                name: "OneEntryCountsPerStepAndDay",
                table: "Entries",
                columns: new[] { "PersonId", "StepId", "Day" },
                unique: true,
                filter: "\"SupersededBy\" IS NULL"
            );
        }
    }
}
