using Cairn.Engine.Schedule;

namespace Cairn.Data;

/// <summary>The last days through a day that "so many times in some days" looks back to, as days ago.</summary>
/// <param name="Places">How many days that are, days off not counted.</param>
/// <param name="Wins">Those with a win.</param>
/// <param name="Off">The days off among them.</param>
public sealed record Reach(int Places, IReadOnlyList<int> Wins, IReadOnlyList<int> Off)
{
    /// <summary>Whoever changes to some times a week is known far enough back.</summary>
    private const int Fewest = 14;

    /// <summary>Momentum looks at two such stretches.</summary>
    public static int PlacesOf(Rhythm rhythm) => rhythm.Kind == RhythmKind.Often ? 2 * rhythm.Days : 0;

    public static Reach Of(StepHistory step, DateOnly through, Rhythm rhythm)
    {
        var reach = new Reach(Math.Max(Fewest, PlacesOf(rhythm)), [], []);
        var (wins, off) = (new List<int>(), new List<int>());
        for (var (ago, left) = (0, reach.Places); left > 0; ago++)
        {
            var day = through.AddDays(-ago);
            if (!(day >= step.Plan.Begins))
            {
                break;
            }

            if (step.Plan.On(day).IsOff())
            {
                off.Add(ago);
            }
            else if (step.Plan.RhythmOn(day).Kind != RhythmKind.None)
            {
                left--;
            }

            if (step.Wins.Contains(day))
            {
                wins.Add(ago);
            }
        }

        return reach with
        {
            Wins = wins,
            Off = off,
        };
    }
}
