using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Data.Sqlite
{
    /// <inheritdoc />
    public partial class DoneTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "DoneTasks",
                table: "Entries",
                columns: new[] { "PersonId", "StepId", "Day" },
                filter: "\"SupersededBy\" IS NULL AND \"Kind\" = 'Task' AND \"Outcome\" = 'Won'"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "DoneTasks", table: "Entries");
        }
    }
}
