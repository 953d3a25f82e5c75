namespace Cairn.Demo;

/// <summary>What was written.</summary>
public sealed record DemoReport(int People, int Goals, int Steps, int Entries, int Wins, int Words)
{
    public DemoReport And(DemoLife life) =>
        new(
            People + 1,
            Goals + life.Goals.Count,
            Steps + life.Steps.Count,
            Entries + life.Entries.Count,
            Wins + life.Entries.Count(entry => entry.IsWin && entry.SupersededBy is null),
            Words + life.Words.Count
        );
}
