using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Api.Answers;
using Cairn.Api.Resources;
using Cairn.Settings;

namespace Cairn.Api;

/// <summary>What the API says and hears, so that nothing of it is looked up by reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DayShown))]
[JsonSerializable(typeof(Taken))]
[JsonSerializable(typeof(Paged<GoalShown>))]
[JsonSerializable(typeof(GoalStandShown))]
[JsonSerializable(typeof(NewGoal))]
[JsonSerializable(typeof(GoalSaid))]
[JsonSerializable(typeof(GoalStanding))]
[JsonSerializable(typeof(Paged<StepShown>))]
[JsonSerializable(typeof(NewStep))]
[JsonSerializable(typeof(StepSaid))]
[JsonSerializable(typeof(StepStanding))]
[JsonSerializable(typeof(Paged<EntryShown>))]
[JsonSerializable(typeof(EntrySaid))]
[JsonSerializable(typeof(Paged<CheckInShown>))]
[JsonSerializable(typeof(Paged<NoticedShown>))]
[JsonSerializable(typeof(ProgressShown))]
[JsonSerializable(typeof(CalendarShown))]
[JsonSerializable(typeof(InsightsShown))]
[JsonSerializable(typeof(WeekShown))]
[JsonSerializable(typeof(EasierOfWeek))]
[JsonSerializable(typeof(EasierOfDay))]
[JsonSerializable(typeof(RoutineSaid))]
[JsonSerializable(typeof(TwoMinutesSaid))]
[JsonSerializable(typeof(TreeSaid))]
[JsonSerializable(typeof(HunchStanding))]
[JsonSerializable(typeof(Paged<LetterTitle>))]
[JsonSerializable(typeof(LetterShown))]
[JsonSerializable(typeof(Paged<RoutineShown>))]
[JsonSerializable(typeof(RoutineStandShown))]
[JsonSerializable(typeof(ExperimentStandShown))]
[JsonSerializable(typeof(UnstickShown))]
[JsonSerializable(typeof(TwoMinutesShown))]
[JsonSerializable(typeof(TreeShown))]
[JsonSerializable(typeof(SuggestedShown))]
[JsonSerializable(typeof(Paged<LadderTitle>))]
[JsonSerializable(typeof(LadderShown))]
[JsonSerializable(typeof(Preferences))]
[JsonSerializable(typeof(ImportShown))]
internal sealed partial class ApiJson : JsonSerializerContext;
