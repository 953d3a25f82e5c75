using Cairn.Data;

namespace Cairn.Demo;

/// <summary>Something that a simulated person wants to move, and how much of it they could do at first.</summary>
public sealed record DemoIdea(
    string Area,
    string Goal,
    string Why,
    string Step,
    string Unit,
    double Stated,
    string Cue,
    double Capacity
)
{
    /// <summary>In the order in which a life takes them up.</summary>
    public static readonly IReadOnlyList<DemoIdea> All =
    [
        new(Areas.Health, "Move more", "Stairs should be easy again", "Walk", "min", 20, "close the laptop", 26),
        new(Areas.Work, "Finish the thesis", "Three years are enough", "Write", "min", 25, "pour the coffee", 30),
        new(
            Areas.Personal,
            "A calm kitchen",
            "It is where we all meet",
            "Clear the table",
            "items",
            8,
            "have had dinner",
            14
        ),
        new(Areas.Health, "Eat better", "More colour on the plate", "Vegetables", "servings", 2, "open the fridge", 4),
        new(
            Areas.Personal,
            "Play the guitar",
            "It made me happy once",
            "Practise chords",
            "min",
            15,
            "feed the cat",
            22
        ),
        new(
            Areas.Work,
            "An inbox that is empty",
            "I dread the number",
            "Answer mails",
            "mails",
            5,
            "sit down at work",
            9
        ),
        new(
            Areas.Health,
            "Sleep well",
            "Mornings without a fog",
            "Screen off early",
            "min",
            20,
            "have seen the news",
            30
        ),
        new(
            Areas.Personal,
            "Stay in touch",
            "Friends are far away",
            "Write to a friend",
            "messages",
            1,
            "get off the bus",
            3
        ),
        new(Areas.Health, "A strong back", "No pain when I lift", "Squats", "times", 10, "brush my teeth", 18),
        new(Areas.Work, "Learn Spanish", "Work with the team in Lima", "Vocabulary", "words", 10, "have had lunch", 16),
        new(Areas.Personal, "Read again", "Books instead of the phone", "Read", "pages", 10, "lie down", 15),
        new(Areas.Health, "Run five kilometres", "With my daughter", "Run", "km", 2, "come home", 3),
    ];
}
