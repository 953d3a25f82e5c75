using System.Globalization;
using Cairn.Data;

namespace Cairn.Transfer.Todoist;

/// <summary>A project as Todoist exports it: the indentation makes goals and steps of the tasks; nothing in it was done yet.</summary>
public static class TodoistCsv
{
    public const string Format = "todoist";

    private static readonly Dictionary<string, string> AreaOfLabel = new(StringComparer.OrdinalIgnoreCase)
    {
        ["health"] = Areas.Health,
        ["gesundheit"] = Areas.Health,
        ["work"] = Areas.Work,
        ["arbeit"] = Areas.Work,
        ["personal"] = Areas.Personal,
        ["privat"] = Areas.Personal,
    };

    public static bool Fits(TableColumns header) => header.Has("TYPE", "CONTENT", "INDENT");

    public static void Tell(StrangerTable table, History history)
    {
        var columns = new TableColumns(table.Rows[0]);
        Goal? goal = null;
        foreach (var row in table.Rows.Skip(1))
        {
            var content = columns.Of(row, "CONTENT") ?? "";
            switch (columns.Of(row, "TYPE")?.Trim())
            {
                case "task" when goal is null || Indent(columns.Of(row, "INDENT")) <= 1:
                    Add(goal, history);
                    goal = new Goal(row.Name, content, Minutes(row, columns));
                    goal.Why.Add(columns.Of(row, "DESCRIPTION"));
                    goal.Why.Add(columns.Of(row, "DATE"));
                    break;
                case "task":
                    goal.Tasks.Add(new TrackedTask(Plain(content), Minutes(row, columns)));
                    goal.Why.AddRange(About(content, columns.Of(row, "DESCRIPTION"), columns.Of(row, "DATE")));
                    break;
                case "note":
                    goal?.Why.Add(content);
                    break;
                case "section" or "meta" or "" or null:
                    break;
                case { } type:
                    history.Skip(row.Name, History.Say(TransferWords.UnknownKind, ForeignText.Cut(type, 40)), content);
                    break;
            }
        }

        Add(goal, history);
    }

    private static void Add(Goal? goal, History history)
    {
        if (goal is not null)
        {
            history.Add(
                new TrackedGoal
                {
                    Row = goal.Row,
                    Title = Plain(goal.Content),
                    Why = goal.Why,
                    Area = Labels(goal.Content)
                        .Select(label => AreaOfLabel.GetValueOrDefault(label))
                        .FirstOrDefault(area => area is not null, Areas.Personal)!,
                    Tasks = goal.Tasks.Count > 0 ? goal.Tasks : [new TrackedTask(Plain(goal.Content), goal.Minutes)],
                }
            );
        }
    }

    private static double? Minutes(TableRow row, TableColumns columns) =>
        columns.Of(row, "DURATION_UNIT")?.Trim() == "minute"
        && double.TryParse(
            columns.Of(row, "DURATION"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var minutes
        )
            ? minutes
            : null;

    private static IEnumerable<string> About(string content, params string?[] texts) =>
        ForeignText.Distinct(texts).Select(text => $"{Plain(content)}: {text}");

    private static IEnumerable<string> Labels(string content) =>
        content.Split(' ').Where(word => word is ['@', _, ..]).Select(word => word[1..]);

    private static string Plain(string content) =>
        string.Join(' ', content.Split(' ').Where(word => word is not ['@', _, ..])).Trim();

    private static int Indent(string? text) =>
        int.TryParse(
            text,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var indent
        )
            ? indent
            : 1;

    private sealed record Goal(string Row, string Content, double? Minutes)
    {
        public List<string?> Why { get; } = [];
        public List<TrackedTask> Tasks { get; } = [];
    }
}
