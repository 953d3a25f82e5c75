namespace Cairn.Transfer.Screens;

/// <param name="Wrong">Why the last file could not be taken, and what to do.</param>
public sealed record ImportView(string? Wrong);
