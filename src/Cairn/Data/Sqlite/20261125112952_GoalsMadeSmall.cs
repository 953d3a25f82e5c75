using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Sqlite
{
    /// <inheritdoc />
    public partial class GoalsMadeSmall : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Days",
                table: "StepVersions",
                type: "TEXT",
                maxLength: 30,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "GoodEnough",
                table: "StepVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Obstacle",
                table: "StepVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "StepVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "PlanB",
                table: "StepVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "Rehearsed",
                table: "StepVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<TimeOnly>(name: "Time", table: "StepVersions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Goals",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Open"
            );

            migrationBuilder.CreateTable(
                name: "GoalVersions",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Written = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Action = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_GoalVersions",
                        x => new
                        {
                            x.PersonId,
                            x.GoalId,
                            x.Number,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_GoalVersions_Goals_PersonId_GoalId",
                        columns: x => new { x.PersonId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Outlines",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Written = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_Outlines",
                        x => new
                        {
                            x.PersonId,
                            x.Owner,
                            x.Kind,
                            x.Number,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_Outlines_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Routines",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoutineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StepIds = table.Column<string>(type: "TEXT", maxLength: 740, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Written = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Action = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_Routines",
                        x => new
                        {
                            x.PersonId,
                            x.RoutineId,
                            x.Number,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_Routines_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "GoalVersions");

            migrationBuilder.DropTable(name: "Outlines");

            migrationBuilder.DropTable(name: "Routines");

            migrationBuilder.DropColumn(name: "Days", table: "StepVersions");

            migrationBuilder.DropColumn(name: "GoodEnough", table: "StepVersions");

            migrationBuilder.DropColumn(name: "Obstacle", table: "StepVersions");

            migrationBuilder.DropColumn(name: "Place", table: "StepVersions");

            migrationBuilder.DropColumn(name: "PlanB", table: "StepVersions");

            migrationBuilder.DropColumn(name: "Rehearsed", table: "StepVersions");

            migrationBuilder.DropColumn(name: "Time", table: "StepVersions");

            migrationBuilder.DropColumn(name: "State", table: "Goals");
        }
    }
}
