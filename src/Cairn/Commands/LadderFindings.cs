using Cairn.Data;
using Cairn.Ladders;

namespace Cairn.Commands;

/// <summary>Whether the host's own ladders can be used.</summary>
public static class LadderFindings
{
    public static IEnumerable<Finding> Of(Storage storage)
    {
        if (storage.Ladders is { } named && !Directory.Exists(named))
        {
            yield return Finding.Bad(
                "ladders",
                $"{named} is not there",
                "Make the folder, or name another with --ladders."
            );
        }

        var library = LadderLibrary.With(storage.LadderFolder);
        foreach (var fault in library.Faults)
        {
            yield return Finding.Bad(
                "ladders",
                fault,
                "Mend the file; until then it is left out. See docs/ladders.md."
            );
        }

        var own = library.All.Count - LadderLibrary.OursCount;
        yield return Finding.Good("ladders", $"{LadderLibrary.OursCount} come with Cairn, {own} are your own");
    }
}
