using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cairn.Data;

/// <summary>Every fact that Cairn keeps. Each key begins with the person.</summary>
public abstract class CairnDb(DbContextOptions options) : DbContext(options)
{
    public const int TitleLength = 200;
    public const int UnitLength = 40;
    public const int LadderLength = 60;
    public const int NoteLength = 10_000;
    public const int RhythmLength = 30;
    public const int HiddenFiguresLength = 200;
    public const int MostStepsOfRoutine = 20;

    public DbSet<Person> People => Set<Person>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<GoalVersion> GoalVersions => Set<GoalVersion>();
    public DbSet<Outline> Outlines => Set<Outline>();
    public DbSet<RoutineVersion> Routines => Set<RoutineVersion>();
    public DbSet<Step> Steps => Set<Step>();
    public DbSet<StepVersion> StepVersions => Set<StepVersion>();
    public DbSet<Confidence> Confidences => Set<Confidence>();
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<DayWord> DayWords => Set<DayWord>();
    public DbSet<BeliefSnapshot> Beliefs => Set<BeliefSnapshot>();
    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<ProviderIdentity> ProviderIdentities => Set<ProviderIdentity>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();
    public DbSet<Supporter> Supporters => Set<Supporter>();
    public DbSet<SharedNote> SharedNotes => Set<SharedNote>();
    public DbSet<Look> Looks => Set<Look>();
    public DbSet<Cheer> Cheers => Set<Cheer>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Person>(person =>
        {
            person.Property(p => p.Zone).HasMaxLength(64);
            person.Property(p => p.Language).HasMaxLength(16);
            person.Property(p => p.HiddenFigures).HasMaxLength(HiddenFiguresLength).HasDefaultValue("");
            person.Property(p => p.RatesFeelings).HasDefaultValue(true).HasSentinel(true);
        });
        modelBuilder.Entity<Goal>(goal =>
        {
            goal.HasKey(g => new { g.PersonId, g.Id });
            BelongsToPerson(goal);
            goal.Property(g => g.Title).HasMaxLength(TitleLength);
            goal.Property(g => g.Why).HasMaxLength(NoteLength);
            goal.Property(g => g.Area).HasMaxLength(UnitLength);
            goal.HasIndex(g => new { g.PersonId, g.Source }).IsUnique();
        });
        modelBuilder.Entity<GoalVersion>(version =>
        {
            version.HasKey(v => new
            {
                v.PersonId,
                v.GoalId,
                v.Number,
            });
            version.HasOne<Goal>().WithMany().HasForeignKey(v => new { v.PersonId, v.GoalId });
            version.Property(v => v.Title).HasMaxLength(TitleLength);
            version.Property(v => v.Why).HasMaxLength(NoteLength);
            version.Property(v => v.Area).HasMaxLength(UnitLength);
        });
        modelBuilder.Entity<Outline>(outline =>
        {
            outline.HasKey(o => new
            {
                o.PersonId,
                o.Owner,
                o.Kind,
                o.Number,
            });
            BelongsToPerson(outline);
            outline.Ignore(o => o.Tasks);
        });
        modelBuilder.Entity<RoutineVersion>(routine =>
        {
            routine.HasKey(r => new
            {
                r.PersonId,
                r.RoutineId,
                r.Number,
            });
            BelongsToPerson(routine);
            routine.Property(r => r.Name).HasMaxLength(TitleLength);
            routine.Property(r => r.StepIds).HasMaxLength(MostStepsOfRoutine * 37);
            routine.Ignore(r => r.Steps);
        });
        modelBuilder.Entity<Step>(step =>
        {
            step.HasKey(s => new { s.PersonId, s.Id });
            step.HasOne<Goal>().WithMany().HasForeignKey(s => new { s.PersonId, s.GoalId });
            step.HasIndex(s => new { s.PersonId, s.Source }).IsUnique();
        });
        modelBuilder.Entity<StepVersion>(version =>
        {
            version.HasKey(v => new
            {
                v.PersonId,
                v.StepId,
                v.Number,
            });
            version.HasOne<Step>().WithMany().HasForeignKey(v => new { v.PersonId, v.StepId });
            version.Property(v => v.Name).HasMaxLength(TitleLength);
            version.Property(v => v.Unit).HasMaxLength(UnitLength);
            version.Property(v => v.Cue).HasMaxLength(TitleLength);
            version.Property(v => v.Ladder).HasMaxLength(LadderLength);
            version.Property(v => v.Place).HasMaxLength(TitleLength);
            version.Property(v => v.Obstacle).HasMaxLength(TitleLength);
            version.Property(v => v.PlanB).HasMaxLength(TitleLength);
            version.Property(v => v.GoodEnough).HasMaxLength(TitleLength);
            version.Property(v => v.Days).HasMaxLength(RhythmLength);
            version.Ignore(v => v.Limits);
            version.Ignore(v => v.Rhythm);
        });
        modelBuilder.Entity<Confidence>(confidence =>
        {
            confidence.HasKey(c => new { c.PersonId, c.Id });
            confidence.HasOne<Step>().WithMany().HasForeignKey(c => new { c.PersonId, c.StepId });
        });
        modelBuilder.Entity<Entry>(entry =>
        {
            entry.HasKey(e => new { e.PersonId, e.Id });
            entry.HasOne<Step>().WithMany().HasForeignKey(e => new { e.PersonId, e.StepId });
            entry.Property(e => e.Zone).HasMaxLength(64);
            entry.Property(e => e.Note).HasMaxLength(NoteLength);
            entry.ComplexProperty(e => e.Bars, bars => Columns(bars));
            entry.Ignore(e => e.IsWin);
            entry.Ignore(e => e.IsWord);
            entry.HasIndex(e => new { e.PersonId, e.Day });
            entry
                .HasIndex(e => new
                {
                    e.PersonId,
                    e.StepId,
                    e.Day,
                })
                .IsUnique()
                .HasFilter("\"SupersededBy\" IS NULL AND \"Kind\" <> 'Moment'")
                .HasDatabaseName("OneEntryCountsPerStepAndDay");
            entry // years of done tasks are left out of Today by this alone, without a look at their rows
                .HasIndex(
                    e => new
                    {
                        e.PersonId,
                        e.StepId,
                        e.Day,
                    },
                    "DoneTasks"
                )
                .HasFilter("\"SupersededBy\" IS NULL AND \"Kind\" = 'Task' AND \"Outcome\" = 'Won'");
            entry.HasIndex(e => new { e.PersonId, e.Source }).IsUnique();
        });
        modelBuilder.Entity<DayWord>(word =>
        {
            word.HasKey(w => new { w.PersonId, w.Id });
            BelongsToPerson(word);
            word.HasOne<Step>().WithMany().HasForeignKey(w => new { w.PersonId, w.StepId });
            word.Property(w => w.Zone).HasMaxLength(64);
            word.HasIndex(w => new { w.PersonId, w.Day });
            word.HasDiscriminator<string>("Kind")
                .HasValue<DayReport>("Report")
                .HasValue<NoticedWin>("Noticed")
                .HasValue<DayOff>("DayOff")
                .HasValue<Pause>("Pause")
                .HasValue<TimerStart>("Timer")
                .HasValue<CheckIn>("CheckIn")
                .HasValue<Letter>("Letter")
                .HasValue<Experiment>("Experiment")
                .HasValue<Ignored>("Ignored")
                .HasValue<OfferAnswered>("Offer")
                .HasValue<TakenBack>("TakenBack");
            word.Property<string>("Kind").HasMaxLength(20);
        });
        modelBuilder.Entity<NoticedWin>().Property(noticed => noticed.Text).HasMaxLength(NoteLength);
        modelBuilder.Entity<CheckIn>().Property(checkIn => checkIn.Answers).HasConversion<StoredAnswers, SameAnswers>();
        modelBuilder.Entity<Letter>().Property(letter => letter.Period).HasMaxLength(Letter.LongestPeriod);
        modelBuilder.Entity<Experiment>(experiment =>
        {
            experiment.Property(e => e.Question).HasMaxLength(CheckIn.LongestQuestion).HasColumnName("Question");
            experiment.Ignore(e => e.Plan);
        });
        modelBuilder
            .Entity<Ignored>()
            .Property(ignored => ignored.Question)
            .HasMaxLength(CheckIn.LongestQuestion)
            .HasColumnName("Question");
        modelBuilder.Entity<Pause>().HasOne<Goal>().WithMany().HasForeignKey(p => new { p.PersonId, p.GoalId });
        modelBuilder.Entity<BeliefSnapshot>(belief =>
        {
            belief.HasKey(b => b.PersonId);
            BelongsToPerson(belief);
        });
        modelBuilder.Entity<AccessKey>(key =>
        {
            key.HasKey(k => new { k.PersonId, k.Id });
            BelongsToPerson(key);
            key.Property(k => k.Name).HasMaxLength(AccessKey.NameLength);
            key.Property(k => k.Scopes).HasMaxLength(AccessKey.ScopesLength);
            key.Property(k => k.Hash).HasMaxLength(AccessKey.HashLength);
            key.Ignore(k => k.ScopeList);
        });
        AccountTables.Describe(modelBuilder);
        SupporterTables.Describe(modelBuilder);
    }

    private static void BelongsToPerson<T>(EntityTypeBuilder<T> owned)
        where T : class => owned.HasOne<Person>().WithMany().HasForeignKey("PersonId");

    private static void Columns(ComplexPropertyBuilder<Engine.Capacity.Bars> bars)
    {
        bars.Property(b => b.Floor).HasColumnName("Floor");
        bars.Property(b => b.Target).HasColumnName("Target");
        bars.Property(b => b.Stretch).HasColumnName("Stretch");
        bars.Property(b => b.FloorChance).HasColumnName("FloorChance");
        bars.Property(b => b.TargetChance).HasColumnName("TargetChance");
        bars.Property(b => b.StretchChance).HasColumnName("StretchChance");
    }

    /// <summary>Instants are stored in UTC; SQLite cannot compare a DateTimeOffset in a query.</summary>
    internal sealed class UtcInstant()
        : ValueConverter<DateTimeOffset, DateTime>(
            instant => instant.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
        );

    internal sealed class StoredAnswers()
        : ValueConverter<IReadOnlyDictionary<string, Answer>, string>(
            answers => JsonSerializer.Serialize(answers, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<Dictionary<string, Answer>>(stored, JsonSerializerOptions.Default)!
        );

    /// <summary>Written once, never changed: the same object is the same answers.</summary>
    internal sealed class SameAnswers()
        : ValueComparer<IReadOnlyDictionary<string, Answer>>(
            (a, b) => ReferenceEquals(a, b),
            answers => answers.Count,
            answers => answers
        );
}
