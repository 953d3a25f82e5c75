using Cairn.Data;

namespace Cairn.Routines;

/// <param name="HasSteps">There is something of which a routine could be made.</param>
public sealed record RoutinesView(IReadOnlyList<Routine> All, bool HasSteps);
