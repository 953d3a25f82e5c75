using Cairn.Data;

namespace Cairn.Routines;

/// <param name="Steps">All that could stand in it.</param>
public sealed record RoutineView(RoutineForm Form, IReadOnlyList<LivedStep> Steps)
{
    public IEnumerable<LivedStep> Chosen =>
        Form.Steps.Select(id => Steps.FirstOrDefault(step => step.Id == id)).OfType<LivedStep>();

    public IEnumerable<LivedStep> Others => Steps.Where(step => !Form.Steps.Contains(step.Id));
}
