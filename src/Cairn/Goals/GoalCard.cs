using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Goals;

/// <summary>One goal in the list.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Next">Its first step that nothing was said about today, if there is one.</param>
/// <param name="Bars">What of it is offered today.</param>
/// <param name="Stones">All wins that were ever laid for it.</param>
/// <param name="Rests">It waits, for some days or until the person says.</param>
public sealed record GoalCard(Goal Goal, LivedStep? Next, Bars Bars, int Stones, bool Rests);
