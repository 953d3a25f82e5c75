using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Questions;
using Cairn.Shell;

namespace Cairn.Today.Actions;

/// <summary>An action as a form sends it, under the same names as in JSON; numbers as a person types them.</summary>
public static class ActionForm
{
    /// <returns>Null if nobody pressed a button of ours to send this.</returns>
    public static DayAction? Read(string kind, IFormCollection form)
    {
        var sent = new Sent(form);
        return sent.Id("id") is { } id && Read(kind, sent, id) is { } action && !sent.IsBroken
            ? action with
            {
                Day = sent.Day("day"),
            }
            : null;
    }

    /// <summary>The page of ours from which it was sent, where that is not Today.</summary>
    public static string? Back(IFormCollection form) => Pages.Ours(form["back"]);

    /// <summary>What was written in a check-in, to be shown where it could not be kept; null for nothing.</summary>
    public static string? WordsOf(IFormCollection form) =>
        form.Where(field => field.Key.StartsWith(AnswerFields.Say, StringComparison.Ordinal) && field.Value != "")
            .Select(field => Typed.Note(field.Value))
            .Aggregate((string?)null, (all, words) => all is null ? words : $"{all}\n{words}");

    private static DayAction? Read(string kind, Sent sent, Guid id) =>
        (kind, sent.Id("step")) switch
        {
            ("win", { } step) => new Win(
                step,
                sent.One<Tier>("tier"),
                sent.Amount("amount"),
                sent.Text("thatWasAll") is not null,
                sent.Bars("bars")
            )
            {
                Id = id,
            },
            ("notToday", { } step) => new NotToday(
                step,
                sent.One<MissReason>("reason") ?? MissReason.None,
                sent.Amount("amount"),
                sent.Bars("bars")
            )
            {
                Id = id,
            },
            ("takeBack", _) when sent.Id("entry") is { } entry => new TakeBack(entry) { Id = id },
            ("rest", var step) => new Rest(step) { Id = id },
            ("reserve", var step) => new Reserve(step) { Id = id },
            ("moment", { } step) => new Moment(step) { Id = id },
            ("done", { } step) => new Done(step) { Id = id },
            ("smaller", { } step) => new Smaller(step) { Id = id },
            ("letGrow", { } step) => new LetGrow(step) { Id = id },
            ("timer", { } step) => new StartTimer(step) { Id = id },
            ("notNow", { } step) => new NotNow(step) { Id = id },
            ("noticed", _) => new Noticed(Typed.Note(sent.Text("text"))) { Id = id },
            ("feel", _) when sent.One<DayFeel>("feel") is { } feel => new Feel(feel) { Id = id },
            ("pause", var step) => new PauseFrom(step, sent.Id("goal"), sent.Day("until")) { Id = id },
            ("checkIn", _) => new AnswerCheckIn(sent.Answers()) { Id = id },
            ("resume", var step) => new Resume(step, sent.Id("goal")) { Id = id },
            _ => null,
        };

    /// <summary>The fields of a form. What is there and cannot be read makes the whole form unreadable.</summary>
    private sealed class Sent(IFormCollection form)
    {
        public bool IsBroken { get; private set; }

        public string? Text(string name) => form[name].ToString() is { Length: > 0 } text ? text : null;

        public Guid? Id(string name) => Parse<Guid>(name, text => Guid.TryParse(text, out var id) ? id : null);

        public DateOnly? Day(string name) => Parse<DateOnly>(name, text => Typed.Day(text));

        public T? One<T>(string name)
            where T : struct, Enum =>
            Parse<T>(
                name,
                text =>
                    Enum.TryParse<T>(text, ignoreCase: true, out var value)
                    && Enum.IsDefined(value)
                    && !char.IsDigit(text[0])
                        ? value
                        : null
            );

        /// <summary>What is no number is no amount that can be: the person hears so, and what was typed is kept.</summary>
        public double? Amount(string name) => Text(name) is { } text ? Units.Read(text) ?? double.NaN : null;

        public double[]? Bars(string name)
        {
            var bars = Text(name)?.Split(' ').Select(Units.Read).ToArray();
            IsBroken |= bars is not null && (bars.Length != 3 || bars.Contains(null));
            return IsBroken || bars is null ? null : [.. bars.Select(bar => bar ?? 0)];
        }

        public Dictionary<string, Answer> Answers()
        {
            var answers = AnswerFields.Read(form, out var isBroken);
            IsBroken |= isBroken;
            return answers;
        }

        private T? Parse<T>(string name, Func<string, T?> read)
            where T : struct
        {
            var value = Text(name) is { } text ? read(text) : null;
            IsBroken |= value is null && Text(name) is not null;
            return value;
        }
    }
}
