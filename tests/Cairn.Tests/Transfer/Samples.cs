namespace Cairn.Transfer;

/// <summary>One small made-up file of each format, as its program would write it.</summary>
internal static class Samples
{
    public const string Beaver = """
        {"user_email":"a@example.org","exported_at":"2026-03-05 08:00:00","habits":[{"id":"a1b2c3","name":"Walk","tags":["health"],
         "star":false,"status":"active","period":{"period_type":"W","period_count":1,"target_count":3},"chips":[],
         "records":[{"day":"2026-03-02","done":true,"text":"round the block"},{"day":"2026-03-03","done":false,"text":"#skip ill"}]}]}
        """;

    public const string TableHabit = """
        {"habits":[{"create_t":1772442000,"modify_t":1772442000,"type":1,"status":1,"name":"Push-ups","desc":"","color":3,"daily_goal":2,
         "daily_goal_unit":"times","daily_goal_extra":5,"freq_type":1,"freq_custom":"[3]","start_date":20514,"target_days":30,
         "records":[{"record_date":20514,"record_type":1,"record_value":5,"create_t":1772442000,"modify_t":1772442000},
                    {"record_date":20515,"record_type":2,"record_value":0,"reason":"travel","create_t":1772442000,"modify_t":1772442000}]}]}
        """;

    public const string HabitTrove = """
        {"habits":[{"id":"11111111-1111-4111-8111-111111111111","name":"Water","description":"","frequency":"FREQ=DAILY","coinReward":2,
         "targetCompletions":3,"completions":["2026-03-02T07:00:00.000Z","2026-03-02T22:30:00.000Z"]}]}
        """;

    public const string Habitica = """
        {"auth":{"local":{"email":"a@example.org"}},"apiToken":"secret","preferences":{"dayStart":3,"timezoneOffset":-60},
         "tasks":{"habits":[],"todos":[],"rewards":[],"dailys":[{"_id":"22222222-2222-4222-8222-222222222222",
         "type":"daily","text":"Tidy desk","notes":"","frequency":"weekly","everyX":1,"repeat":{"m":true,"t":true,"w":true,"th":true,"f":true,"s":false,"su":false},
         "streak":0,"checklist":[{"id":"c1","text":"one drawer","completed":false}],"value":0.02,
         "history":[{"date":1772442000000,"value":1.0},{"date":1772524800000,"value":1.0},{"date":1772611200000,"value":0.02}]}]}}
        """;

    public const string Habo = """
        {"habits":[{"title":"Read","twoDayRule":0,"cue":"after lunch","routine":"\"quiet\" corner","reward":"tea","habitType":1,
         "targetValue":30.0,"partialValue":5.0,"unit":"pages","archived":0,"events":{
         "2026-03-01 00:00:00.000":["DayType.check","",20.0,20.0],"2026-03-02 00:00:00.000":["DayType.progress","short",5.0,30.0],
         "2026-03-03 00:00:00.000":["DayType.fail","tired"],"2026-03-04 00:00:00.000":["DayType.skip",""],
         "2026-03-05 00:00:00.000":["DayType.clear",""]}}],"metadata":{"version":2}}
        """;

    public const string Daylio = """"
        full_date,date,weekday,time,mood,activities,note_title,note
        2026-03-03,3 Mar,Tuesday,20:15,good,"walk | reading","","called a friend<br>""nice"""
        2026-03-03,3 Mar,Tuesday,08:05,meh,"","",""
        """";

    public const string Todoist = """
        TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE
        task,Write thesis @work,,1,1,,,,,
        task,Open the file,,4,2,,,,,
        """;

    public const string Table = """
        Datum;Gewohnheit;Menge;Einheit;Notiz
        02.03.2026;Laufen;2,5;km;am Fluss
        03.03.2026;Laufen;3;km;
        03.03.2026;Lesen;20;Seiten;
        """;

    public static byte[] LoopCsv =>
        Foreign.Zip(
            (
                "Habits.csv",
                """
                Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?
                001,Stretch,YES_NO,Did you stretch?,,3,7,#00897B,,,,false
                002,Read,NUMERICAL,How many pages?,,1,1,#1976D2,pages,AT_LEAST,5.0,false
                """
            ),
            (
                "001 Stretch/Checkmarks.csv",
                "Date,Value,Notes\n2026-03-05,YES_AUTO,\n2026-03-04,NO,\n2026-03-03,SKIP,\n2026-03-02,YES_MANUAL,felt easy\n"
            ),
            ("001 Stretch/Scores.csv", "Date,Score\n2026-03-04,0.1000\n"),
            ("002 Read/Checkmarks.csv", "Date,Value,Notes\n2026-03-03,SKIP,\n2026-03-02,7500,\n"),
            ("Checkmarks.csv", "Date,Stretch,Read,\n2026-03-04,NO,SKIP,\n")
        );

    public static byte[] LoopCsvBefore =>
        Foreign.Zip(
            (
                "Habits.csv",
                "Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,Stretch,Did you?,,3,7,#00897B\n002,Read,How many?,,1,1,#1976D2\n"
            ),
            ("001 Stretch/Checkmarks.csv", "2026-03-04,0\n2026-03-03,3\n2026-03-02,2\n2026-03-01,1\n"),
            ("002/Checkmarks.csv", "2026-03-03,3\n2026-03-02,7500\n")
        );

    /// <summary>By the format that each is recognised as.</summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["beaver"] = () => Bytes(Beaver),
        ["table-habit"] = () => Bytes(TableHabit),
        ["habit-trove"] = () => Bytes(HabitTrove),
        ["habitica"] = () => Bytes(Habitica),
        ["habo"] = () => Bytes(Habo),
        ["daylio"] = () => Bytes(Daylio),
        ["todoist"] = () => Bytes(Todoist),
        ["csv"] = () => Bytes(Table),
        ["loop-csv"] = () => LoopCsv,
    };

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
