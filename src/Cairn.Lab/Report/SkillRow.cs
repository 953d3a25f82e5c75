namespace Cairn.Lab.Report;

/// <summary>Forecasts on the days of people who lived with another policy.</summary>
/// <param name="Log">Whose days.</param>
/// <param name="Morning">Whether the morning report was given.</param>
/// <param name="Forecasts">How good the forecasts were.</param>
public sealed record SkillRow(string Log, bool Morning, ForecastRow Forecasts);
