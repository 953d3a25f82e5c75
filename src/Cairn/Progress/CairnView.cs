using Cairn.Data;
using Cairn.People;
using Cairn.Pictures;

namespace Cairn.Progress;

/// <summary>The cairns of a day, a week, a month, a year or all of it, and what each stone was. Three queries.</summary>
public sealed record CairnView
{
    public required DateOnly Today { get; init; }

    /// <summary>Figures that the person does not want to see.</summary>
    public IReadOnlySet<string> Hidden { get; init; } = Hiding.Nothing;

    public required Scope Scope { get; init; }
    public required IReadOnlyList<Win> Wins { get; init; }
    public required Grain Grain { get; init; }

    /// <summary>The ridges of the picture, each place with its days and what was won on them.</summary>
    public required IReadOnlyList<IReadOnlyList<Pile?>> Ridges { get; init; }

    /// <summary>Only words and numbers were asked for.</summary>
    public bool AsList { get; init; }

    public int Days => Wins.Select(win => win.Day).Distinct().Count();

    public IEnumerable<Pile> Piles =>
        Ridges.SelectMany(ridge => ridge).OfType<Pile>().Where(pile => pile.Wins.Count > 0);

    public IReadOnlyList<IReadOnlyList<Site?>> Rows =>
        [.. Ridges.Select(IReadOnlyList<Site?> (ridge) => [.. ridge.Select(SiteOf)])];

    /// <summary>The month, as long as it has a stone; else everything: nobody opens this page to see an empty one.</summary>
    public static async Task<CairnView> ReadLatest(CairnDb db, Me me, CancellationToken cancel)
    {
        var month = await Read(db, me, Scope.Of(ScopeKind.Month, me.Today), asList: false, cancel);
        return month.Wins.Count > 0 ? month : await ReadAll(db, me, asList: false, cancel);
    }

    public static async Task<CairnView> ReadAll(CairnDb db, Me me, bool asList, CancellationToken cancel)
    {
        var wins = await Win.Read(db, me.Id, null, null, cancel);
        var first = wins.Count > 0 ? wins[0].Day : me.Today;
        var last = wins.Count > 0 && wins[^1].Day > me.Today ? wins[^1].Day : me.Today;
        return Of(me.Today, Scope.Since(first, last), wins, asList) with { Hidden = Figures.HiddenBy(me.Person) };
    }

    public static async Task<CairnView> Read(CairnDb db, Me me, Scope scope, bool asList, CancellationToken cancel) =>
        Of(me.Today, scope, await Win.Read(db, me.Id, scope.First, scope.Last, cancel), asList) with
        {
            Hidden = Figures.HiddenBy(me.Person),
        };

    public static CairnView Of(DateOnly today, Scope scope, IReadOnlyList<Win> wins, bool asList)
    {
        var byDay = wins.ToLookup(win => win.Day);
        List<IReadOnlyList<Pile?>> ridges =
        [
            .. scope
                .Ridges.Select(
                    IReadOnlyList<Pile?> (ridge) =>
                        [.. ridge.Select(part => part is null || part.First > today ? null : PileOf(part, byDay))]
                )
                .Where(ridge => ridge.Any(pile => pile is not null)),
        ];
        return new CairnView
        {
            Today = today,
            Scope = scope,
            Wins = wins,
            Ridges = ridges,
            Grain = Grains.Of([.. ridges.SelectMany(ridge => ridge).OfType<Pile>().Select(pile => pile.Wins)]),
            AsList = asList,
        };
    }

    private static Pile PileOf(Part part, ILookup<DateOnly, Win> byDay)
    {
        var wins = new List<Win>();
        for (var day = part.First; day <= part.Last; day = day.AddDays(1))
        {
            wins.AddRange(byDay[day]);
        }

        return new Pile(part, wins);
    }

    private Site? SiteOf(Pile? pile)
    {
        if (pile is null)
        {
            return null;
        }

        var (part, wins) = pile;
        return new Site(
            [.. Grains.Merge(wins, Grain).Select(heap => heap.Stone)],
            wins.Count == 0 && Scope.Kind == ScopeKind.Month ? null : part.Name,
            $"{part.LongName}: {Heap.CountName(wins.Count)}",
            wins.Count == 0 ? null : part.Path,
            part.Holds(Today)
        );
    }
}

/// <summary>The wins of some days, which are one cairn.</summary>
public sealed record Pile(Part Part, IReadOnlyList<Win> Wins)
{
    /// <summary>What they were, in few words: the wins by name on a day, else how many of each area.</summary>
    public string Words =>
        Part.First == Part.Last
            ? string.Join(
                ", ",
                Wins.GroupBy(Heap.WordsOf, StringComparer.Ordinal)
                    .Select(same => same.Count() == 1 ? same.Key : $"{same.Key} (× {same.Count()})")
            )
            : string.Join(
                ", ",
                Wins.GroupBy(Heap.KindName, StringComparer.Ordinal)
                    .OrderByDescending(same => same.Count())
                    .Select(same => $"{same.Key} {same.Count()}")
            );
}
