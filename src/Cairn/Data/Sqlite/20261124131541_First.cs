using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Sqlite
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DayStart = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Dial = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Created = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Beliefs",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Beliefs", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_Beliefs_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Goals",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Created = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Goals", x => new { x.PersonId, x.Id });
                    table.ForeignKey(
                        name: "FK_Goals_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Steps",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Created = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Steps", x => new { x.PersonId, x.Id });
                    table.ForeignKey(
                        name: "FK_Steps_Goals_PersonId_GoalId",
                        columns: x => new { x.PersonId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Confidences",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<double>(type: "REAL", nullable: false),
                    Rating = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Confidences", x => new { x.PersonId, x.Id });
                    table.ForeignKey(
                        name: "FK_Confidences_Steps_PersonId_StepId",
                        columns: x => new { x.PersonId, x.StepId },
                        principalTable: "Steps",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Entries",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Amount = table.Column<double>(type: "REAL", nullable: true),
                    ThatWasAll = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    SupersededBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    Floor = table.Column<double>(type: "REAL", nullable: false),
                    FloorChance = table.Column<double>(type: "REAL", nullable: false),
                    Stretch = table.Column<double>(type: "REAL", nullable: false),
                    StretchChance = table.Column<double>(type: "REAL", nullable: false),
                    Target = table.Column<double>(type: "REAL", nullable: false),
                    TargetChance = table.Column<double>(type: "REAL", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Entries", x => new { x.PersonId, x.Id });
                    table.ForeignKey(
                        name: "FK_Entries_Steps_PersonId_StepId",
                        columns: x => new { x.PersonId, x.StepId },
                        principalTable: "Steps",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StepVersions",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Scale = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Stated = table.Column<double>(type: "REAL", nullable: false),
                    WorstDay = table.Column<double>(type: "REAL", nullable: true),
                    Enough = table.Column<double>(type: "REAL", nullable: true),
                    Pinned = table.Column<double>(type: "REAL", nullable: true),
                    Cue = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    PerDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Written = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_StepVersions",
                        x => new
                        {
                            x.PersonId,
                            x.StepId,
                            x.Number,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_StepVersions_Steps_PersonId_StepId",
                        columns: x => new { x.PersonId, x.StepId },
                        principalTable: "Steps",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Confidences_PersonId_StepId",
                table: "Confidences",
                columns: new[] { "PersonId", "StepId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Entries_PersonId_Day",
                table: "Entries",
                columns: new[] { "PersonId", "Day" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Entries_PersonId_Source",
                table: "Entries",
                columns: new[] { "PersonId", "Source" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "OneEntryCountsPerStepAndDay",
                table: "Entries",
                columns: new[] { "PersonId", "StepId", "Day" },
                unique: true,
                filter: "\"SupersededBy\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Goals_PersonId_Source",
                table: "Goals",
                columns: new[] { "PersonId", "Source" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Steps_PersonId_GoalId",
                table: "Steps",
                columns: new[] { "PersonId", "GoalId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Steps_PersonId_Source",
                table: "Steps",
                columns: new[] { "PersonId", "Source" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Beliefs");

            migrationBuilder.DropTable(name: "Confidences");

            migrationBuilder.DropTable(name: "Entries");

            migrationBuilder.DropTable(name: "StepVersions");

            migrationBuilder.DropTable(name: "Steps");

            migrationBuilder.DropTable(name: "Goals");

            migrationBuilder.DropTable(name: "People");
        }
    }
}
