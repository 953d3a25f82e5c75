using System.Collections.Immutable;

namespace Cairn.Lab.Report;

/// <summary>Everything that a run of the lab found.</summary>
/// <param name="Rows">The promises.</param>
/// <param name="Policies">Each policy in each world.</param>
/// <param name="Skills">Forecasts on the days of other policies.</param>
/// <param name="Sweeps">What halving and doubling the guesses changes; empty unless asked for.</param>
public sealed record LabReport(
    ImmutableArray<LabRow> Rows,
    ImmutableArray<PolicyRow> Policies,
    ImmutableArray<SkillRow> Skills,
    ImmutableArray<SweepRow> Sweeps
);
