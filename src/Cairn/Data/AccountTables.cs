using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Data;

/// <summary>How people sign in. All of it is about one person, and goes with them.</summary>
public static class AccountTables
{
    public const int NameLength = 60;
    public const int DeviceLength = 60;
    private const int HashLength = 32;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.HasKey(a => a.PersonId);
            BelongsToPerson(account);
            account.Property(a => a.Name).HasMaxLength(NameLength);
            account.Property(a => a.NameKey).HasMaxLength(4 * NameLength);
            account.Property(a => a.Password).HasMaxLength(200);
            account.HasIndex(a => a.NameKey).IsUnique();
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.HasKey(p => new { p.PersonId, p.Id });
            BelongsToPerson(passkey);
            passkey.Property(p => p.CredentialId).HasMaxLength(Passkey.LongestCredential);
            passkey.Property(p => p.Device).HasMaxLength(DeviceLength);
            passkey.Property(p => p.Transports).HasMaxLength(100);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
        });
        model.Entity<ProviderIdentity>(identity =>
        {
            identity.HasKey(i => new { i.PersonId, i.Id });
            BelongsToPerson(identity);
            identity.Property(i => i.Issuer).HasMaxLength(ProviderIdentity.IssuerLength);
            identity.Property(i => i.Subject).HasMaxLength(ProviderIdentity.SubjectLength);
            identity.HasIndex(i => new { i.Issuer, i.Subject }).IsUnique();
        });
        model.Entity<Session>(session =>
        {
            session.HasKey(s => new { s.PersonId, s.Id });
            BelongsToPerson(session);
            session.Property(s => s.Secret).HasMaxLength(HashLength);
            session.Property(s => s.Device).HasMaxLength(DeviceLength);
        });
        model.Entity<OneTimeLink>(link =>
        {
            link.HasKey(l => new { l.PersonId, l.Id });
            BelongsToPerson(link);
            link.Property(l => l.Secret).HasMaxLength(HashLength);
            link.Property(l => l.Shows).HasMaxLength(SupporterTables.PartsLength);
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.HasKey(c => new { c.PersonId, c.Hash });
            BelongsToPerson(code);
            code.Property(c => c.Hash).HasMaxLength(HashLength);
        });
        model.Entity<SecurityEvent>(happened =>
        {
            happened.HasKey(e => new { e.PersonId, e.Id });
            BelongsToPerson(happened);
        });
    }

    private static void BelongsToPerson<T>(EntityTypeBuilder<T> owned)
        where T : class => owned.HasOne<Person>().WithMany().HasForeignKey("PersonId");
}
