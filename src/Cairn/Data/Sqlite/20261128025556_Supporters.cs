using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Sqlite
{
    /// <inheritdoc />
    public partial class Supporters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "GoalId", table: "Links", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shows",
                table: "Links",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "Cheers",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Shown = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cheers", x => new { x.PersonId, x.Id });
                    table.ForeignKey(
                        name: "FK_Cheers_Goals_PersonId_GoalId",
                        columns: x => new { x.PersonId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Cheers_People_FromId",
                        column: x => x.FromId,
                        principalTable: "People",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Looks",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Looks", x => new { x.PersonId, x.Id });
                    table.ForeignKey(
                        name: "FK_Looks_Goals_PersonId_GoalId",
                        columns: x => new { x.PersonId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Looks_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Supporters",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupporterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sees = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Supporters", x => new { x.PersonId, x.Id });
                    table.ForeignKey(
                        name: "FK_Supporters_Goals_PersonId_GoalId",
                        columns: x => new { x.PersonId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Supporters_People_SupporterId",
                        column: x => x.SupporterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Cheers_FromId", table: "Cheers", column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Cheers_PersonId_GoalId",
                table: "Cheers",
                columns: new[] { "PersonId", "GoalId" }
            );

            migrationBuilder.CreateIndex(name: "IX_Looks_ById", table: "Looks", column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Looks_PersonId_GoalId",
                table: "Looks",
                columns: new[] { "PersonId", "GoalId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_PersonId_GoalId_SupporterId",
                table: "Supporters",
                columns: new[] { "PersonId", "GoalId", "SupporterId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Supporters_SupporterId", table: "Supporters", column: "SupporterId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Cheers");

            migrationBuilder.DropTable(name: "Looks");

            migrationBuilder.DropTable(name: "Supporters");

            migrationBuilder.DropColumn(name: "GoalId", table: "Links");

            migrationBuilder.DropColumn(name: "Shows", table: "Links");
        }
    }
}
