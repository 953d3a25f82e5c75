using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>
/// What a person shares, and what comes back. Each row belongs to whose goal it is. Who supports is a person as well: with
/// them goes what they may see, and their name goes from what they did.
/// </summary>
public static class SupporterTables
{
    /// <summary>As many as the names of all parts take.</summary>
    public const int PartsLength = 40;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Supporter>(supporter =>
        {
            supporter.HasKey(s => new { s.PersonId, s.Id });
            supporter.HasOne<Goal>().WithMany().HasForeignKey(s => new { s.PersonId, s.GoalId });
            supporter.HasOne<Person>().WithMany().HasForeignKey(s => s.SupporterId);
            supporter.Property(s => s.Sees).HasMaxLength(PartsLength);
            supporter
                .HasIndex(s => new
                {
                    s.PersonId,
                    s.GoalId,
                    s.SupporterId,
                })
                .IsUnique();
        });
        model.Entity<SharedNote>(note =>
        {
            note.HasKey(n => new
            {
                n.PersonId,
                n.SupportId,
                n.EntryId,
            });
            note.HasOne<Supporter>().WithMany().HasForeignKey(n => new { n.PersonId, n.SupportId });
            note.HasOne<Entry>().WithMany().HasForeignKey(n => new { n.PersonId, n.EntryId });
        });
        model.Entity<Look>(look =>
        {
            look.HasKey(l => new { l.PersonId, l.Id });
            look.HasOne<Goal>().WithMany().HasForeignKey(l => new { l.PersonId, l.GoalId });
            look.HasOne<Person>().WithMany().HasForeignKey(l => l.ById);
        });
        model.Entity<Cheer>(cheer =>
        {
            cheer.HasKey(c => new { c.PersonId, c.Id });
            cheer.HasOne<Goal>().WithMany().HasForeignKey(c => new { c.PersonId, c.GoalId });
            cheer.HasOne<Person>().WithMany().HasForeignKey(c => c.FromId);
            cheer.Property(c => c.Text).HasMaxLength(Cheer.LongestText);
        });
    }
}
