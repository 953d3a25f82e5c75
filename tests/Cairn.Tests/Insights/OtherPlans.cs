using Cairn.Data;
using Cairn.Demo;
using Rhythm = Cairn.Engine.Schedule.Rhythm;

namespace Cairn.Insights;

/// <summary>
/// What somebody did stays, and what was planned of it becomes another thing: every kind of rhythm, changed and said anew in time, steps put
/// away and taken up, pauses of a step, a goal and everything, days off, and a test by coin.
/// </summary>
internal sealed class OtherPlans
{
    private static readonly string[] Rhythms =
    [
        "mon wed fri",
        "3/week",
        "every 3 days",
        "2/10 days",
        "daily",
        "sat sun",
        "every 2 days",
        "none",
        "5/week",
    ];

    private readonly Person person;
    private readonly DateOnly today;

    public OtherPlans(DemoLife life, int place, DateOnly today)
    {
        (person, this.today) = (life.Person, today);
        Versions =
        [
            .. life.Versions.SelectMany((version, number) => Changed(version, place + number, isAway: number == 2)),
        ];
        var (first, second) = (life.Steps[1], life.Steps[2]);
        Words =
        [
            .. life.Words,
            Pause(1, -50, -40, goal: first.GoalId),
            Pause(2, -30, -34, step: second.Id), // ended before it began
            Pause(3, -6, null, step: second.Id),
            Pause(4, -12, -11),
            Pause(5, -170, null, replacedBy: 4),
            Off(6, -20, isReserve: true),
            Off(7, -33, isReserve: false),
            new Experiment
            {
                PersonId = person.Id,
                Id = Id(8),
                Day = Day(-96),
                Zone = person.Zone,
                At = At(-97),
                StepId = first.Id,
                Question = "mood",
                Seed = 31 + place,
                Last = Day(-13),
            },
        ];
    }

    public IReadOnlyList<StepVersion> Versions { get; }

    public IReadOnlyList<DayWord> Words { get; }

    /// <summary>One rhythm, the same under another name, another one, and on that day once more another.</summary>
    private IEnumerable<StepVersion> Changed(StepVersion version, int place, bool isAway)
    {
        var rhythms = Enumerable.Range(place, 4).Select(next => Rhythm.Parse(Rhythms[next % Rhythms.Length])).ToList();
        var all = new List<StepVersion>
        {
            version.Planned(rhythms[0]),
            version.Planned(rhythms[0]) with
            {
                From = Day(-121),
                Name = "Said otherwise",
            },
            version.Planned(rhythms[1]) with
            {
                From = Day(-100),
                Archived = isAway,
            },
            version.Planned(rhythms[2]) with
            {
                From = Day(-60),
            },
            version.Planned(rhythms[3]) with
            {
                From = Day(-60),
            },
        };
        return all.Where(one => one == all[0] || one.From > version.From)
            .Select((one, number) => one with { Number = number + 1 });
    }

    private Pause Pause(byte id, int from, int? until, Guid? step = null, Guid? goal = null, byte? replacedBy = null) =>
        new()
        {
            PersonId = person.Id,
            Id = Id(id),
            Day = Day(from),
            Zone = person.Zone,
            At = At(from),
            StepId = step,
            GoalId = goal,
            Until = until is { } end ? Day(end) : null,
            SupersededBy = replacedBy is { } other ? Id(other) : null,
        };

    private DayOff Off(byte id, int day, bool isReserve) =>
        new()
        {
            PersonId = person.Id,
            Id = Id(id),
            Day = Day(day),
            Zone = person.Zone,
            At = At(day),
            Reserve = isReserve,
        };

    private DateOnly Day(int ago) => today.AddDays(ago);

    private DateTimeOffset At(int ago) => new(Day(ago).ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero);

    private static Guid Id(byte last) => new(9, 9, 9, [0, 0, 0, 0, 0, 0, 0, last]);
}
