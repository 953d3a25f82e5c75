using System.Globalization;
using Cairn.Engine.Schedule;
using Cairn.Shell;

namespace Cairn.Steps;

/// <summary>How often, as it stands in the form.</summary>
public sealed record RhythmDraft
{
    public const string Daily = "daily";
    public const string OnDays = "days";
    public const string PerWeek = "week";
    public const string EveryDays = "every";

    /// <summary>A rhythm that this form has no words for, from an import: it stays as long as nothing else is chosen.</summary>
    public const string AsItIs = "asItIs";

    private const int UsualTimes = 3;

    public static readonly IReadOnlyList<Weekdays> Week =
    [
        Weekdays.Monday,
        Weekdays.Tuesday,
        Weekdays.Wednesday,
        Weekdays.Thursday,
        Weekdays.Friday,
        Weekdays.Saturday,
        Weekdays.Sunday,
    ];

    public string Kind { get; init; } = Daily;
    public Weekdays Days { get; init; }
    public string Times { get; init; } = $"{UsualTimes}";
    public string Every { get; init; } = "2";

    /// <summary>What was saved.</summary>
    public Rhythm Saved { get; init; } = Rhythm.Daily;

    public static RhythmDraft Of(Rhythm rhythm) =>
        rhythm switch
        {
            { Kind: RhythmKind.Every, Days: 1 } => new() { Saved = rhythm },
            { Kind: RhythmKind.Every } => new()
            {
                Kind = EveryDays,
                Every = $"{rhythm.Days}",
                Saved = rhythm,
            },
            { Kind: RhythmKind.Weekdays } => new()
            {
                Kind = OnDays,
                Days = rhythm.Weekdays,
                Saved = rhythm,
            },
            { Kind: RhythmKind.Often, Days: 7 } => new()
            {
                Kind = PerWeek,
                Times = $"{rhythm.Times}",
                Saved = rhythm,
            },
            _ => new() { Kind = AsItIs, Saved = rhythm },
        };

    public static RhythmDraft Read(IFormCollection form, RhythmDraft before) =>
        !form.ContainsKey("rhythm")
            ? before
            : new RhythmDraft
            {
                Kind = form["rhythm"].ToString(),
                Days = Week.Where(day => form.ContainsKey(FieldOf(day)))
                    .Aggregate(Weekdays.None, (all, day) => all | day),
                Times = Typed.Line(form["times"]),
                Every = Typed.Line(form["everyDays"]),
                Saved = before.Saved,
            };

    public static string FieldOf(Weekdays day) => $"on{day}";

    /// <returns>Null with a sentence where it cannot be.</returns>
    public Rhythm? Check(out string? wrong)
    {
        wrong = null;
        switch (Kind)
        {
            case Daily:
                return Rhythm.Daily;
            case AsItIs:
                return Saved;
            case OnDays when Days != Weekdays.None:
                return Rhythm.On(Days);
            case PerWeek when Whole(Times) is >= 1 and <= 7 and var times:
                return Rhythm.PerWeek(times);
            case EveryDays when Whole(Every) is >= 1 and <= Rhythm.MostDays and var days:
                return Rhythm.Every(days);
            default:
                wrong = Kind switch
                {
                    OnDays => StepsWords.DaysMissing,
                    PerWeek => StepsWords.TimesWrong,
                    EveryDays => Phrase.Of(StepsWords.EveryWrong, Rhythm.MostDays),
                    _ => StepsWords.RhythmMissing,
                };
                return null;
        }
    }

    public string Words =>
        Kind switch
        {
            Daily => StepsWords.EveryDay,
            OnDays => string.Join(", ", Week.Where(day => Days.HasFlag(day)).Select(NameOf)),
            PerWeek => Phrase.Of(StepsWords.TimesAWeek, Times),
            EveryDays => Phrase.Of(StepsWords.EverySomeDays, Every),
            _ => Phrase.Of(StepsWords.TimesInDays, Saved.Times, Saved.Days),
        };

    public static string NameOf(Weekdays day) =>
        CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((Week.ToList().IndexOf(day) + 1) % 7));

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
