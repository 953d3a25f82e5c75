using Cairn.Data;
using Xunit;

namespace Cairn.Transfer.Todoist;

public sealed class TodoistTests
{
    [Fact]
    public void The_made_up_example_is_a_goal_with_one_task()
    {
        var told = Foreign.Tell(Samples.Todoist);

        var goal = Assert.Single(told.Goals);
        Assert.Equal(("todoist", "Write thesis", Areas.Work), (told.Format, goal.Title, goal.Area));
        var step = Assert.Single(goal.Steps);
        Assert.Equal(("Open the file", StepKind.Task, 15.0, "min"), (step.Name, step.Kind, step.Stated, step.Unit));
    }

    [Fact]
    public void Deeper_tasks_notes_and_dates_are_kept_and_a_lone_task_is_its_own_goal()
    {
        var told = Foreign.Tell(
            """
            TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT
            section,Home,,,,,,,,,,
            task,Kitchen,,1,1,,,every Monday,en,,,
            task,Wipe the table,with soap,4,2,,,,,,5,minute
            task,Fetch the cloth,,4,3,,,,,,,
            note,ask Mum,,,,,,,,,,
            task,Call the bank @Arbeit,,4,1,,,,,,,
            """
        );

        Assert.Equal(["Kitchen", "Call the bank"], told.Goals.Select(goal => goal.Title));
        Assert.Equal(["Wipe the table", "Fetch the cloth"], told.Goals[0].Steps.Select(step => step.Name));
        Assert.Equal([5, 15], told.Goals[0].Steps.Select(step => step.Stated));
        Assert.Equal("every Monday\nWipe the table: with soap\nask Mum", told.Goals[0].Why);
        Assert.Equal(("Call the bank", Areas.Work), (told.Goals[1].Steps[0].Name, told.Goals[1].Area));
    }
}
