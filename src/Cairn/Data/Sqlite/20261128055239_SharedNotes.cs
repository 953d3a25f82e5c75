using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Sqlite
{
    /// <inheritdoc />
    public partial class SharedNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SharedNotes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_SharedNotes",
                        x => new
                        {
                            x.PersonId,
                            x.SupportId,
                            x.EntryId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_SharedNotes_Entries_PersonId_EntryId",
                        columns: x => new { x.PersonId, x.EntryId },
                        principalTable: "Entries",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SharedNotes_Supporters_PersonId_SupportId",
                        columns: x => new { x.PersonId, x.SupportId },
                        principalTable: "Supporters",
                        principalColumns: new[] { "PersonId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SharedNotes_PersonId_EntryId",
                table: "SharedNotes",
                columns: new[] { "PersonId", "EntryId" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "SharedNotes");
        }
    }
}
