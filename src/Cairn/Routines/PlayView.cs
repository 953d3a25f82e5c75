namespace Cairn.Routines;

/// <summary>One step of a routine on a page of its own; behind the last one is the end.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Shortest">Each step at its floor.</param>
/// <param name="Today">The person's day.</param>
public sealed record PlayView(Routine Routine, int Place, bool Shortest, DateOnly Today)
{
    public RoutineStep? Step => Place <= Routine.Steps.Count ? Routine.Steps[Place - 1] : null;
    public RoutineStep? Next => Place < Routine.Steps.Count ? Routine.Steps[Place] : null;
    public string Path => PathOf(Place);
    public string NextPath => PathOf(Place + 1);

    private string PathOf(int place) => $"{Routine.Path}/{(Shortest ? "short" : "play")}/{place}";
}
