using Xunit.v3;

namespace Cairn.Harness;

/// <summary>
/// No day and no hour decides what these tests see: ./test runs them in one time zone. All others run in four.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InAnyZoneAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("zone", "any")];
}
