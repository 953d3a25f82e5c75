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
[JsonSerializable(typeof(Preferences))]
[JsonSerializable(typeof(ImportShown))]
internal sealed partial class ApiJson : JsonSerializerContext;
