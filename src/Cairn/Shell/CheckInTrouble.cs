using Cairn.People;

namespace Cairn.Shell;

/// <summary>Where a check-in could not be kept: the page on which it was written, with the words as they were typed.</summary>
/// <param name="Show">The request with its form, whose it is, which day, and why; null for a day that has no such page.</param>
public sealed record CheckInTrouble(Func<HttpContext, Me, DateOnly, string, Task<IResult?>> Show);
