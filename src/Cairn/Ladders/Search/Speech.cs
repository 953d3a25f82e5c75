using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Cairn.Ladders.Search;

/// <summary>
/// From what people type to comparable words, the same for English and German: small letters, no accents, umlauts
/// and their spellings (ä, ae) as one, endings cut off. Both sides of a comparison go through it, so a cut that is
/// wrong for the language is wrong on both sides alike.
/// </summary>
internal static class Speech
{
    private const int ShortestStem = 3;

    private static readonly string[] Endings =
    [
        "ationen",
        "ation",
        "ungen",
        "ieren",
        "iert",
        "ings",
        "tion",
        "ung",
        "ing",
        "ern",
        "end",
        "ies",
        "en",
        "em",
        "er",
        "es",
        "ed",
        "st",
        "e",
        "n",
        "s",
        "t",
    ];

    private static readonly FrozenSet<string> Fillers = FillersOf(
        """
        a an the and or but of to for from with without at on in into by about as than then so too very really just only also
        i im ive id ill me my mine myself we our us you your he she it its they them this that these those there here
        am is are was were be been being do does did doing done dont have has had having can cant could couldnt should would will wont
        not no never ever always again still yet finally more most much many some any all every each bit little lot lots often
        want wanted wants wish need needs like try trying get getting gets got go goes going keep keeps keeping start starting started
        begin stop stopping put putting puts off out up down over back make making makes take taking takes feel feeling feels
        minute minutes minuten hour hours stunde stunden
        thing things something anything everything way time times day days week month year years long first last until when while
        after before because if what which who how why less better good finally able manage regularly
        ich mich mir mein meine meinen meinem meiner wir uns unser du dich dir er sie es ihr ihn ihm man sich
        der die das den dem des ein eine einen einem einer eines kein keine keinen und oder aber doch denn dass als wie wenn weil
        zu zum zur im in ins am an ans auf aus bei beim mit ohne von vom vor nach seit bis durch um gegen fur uber unter hinter neben zwischen
        bin bist ist sind war waren sein gewesen habe hab hast hat haben hatte werde wird werden wurde kann kannst konnen konnte
        muss musste mussen soll sollte will wollen wollte mochte mag darf
        nicht nichts nie niemals immer wieder noch schon endlich mehr weniger viel viele vielen wenig etwas alles alle jeden jede jeder
        mal auch nur sehr so da dann hier her hin ab los ganz gar bisschen besser gut
        tag tage woche monat jahr jahre zeit machen mache macht mach tun tue gehen gehe geht komme kommen kommt bekommen kriegen kriege
        fange anfangen beginnen aufhoren schiebe schieben regelmassig standig heute morgens abends
        """
    );

    /// <summary>The words of a text that carry something; all of them if none does.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var all = Split(text);
        var telling = all.FindAll(word => !Fillers.Contains(word) && !char.IsDigit(word[0]));
        return telling.Count > 0 ? telling : all;
    }

    /// <summary>All words, fillers as well, so that a whole saying can be looked for in it.</summary>
    public static string Verbatim(string text) => $" {string.Join(' ', Split(text))} ";

    /// <summary>A word without its endings: "running" and "runs" are "run", "Übungen" and "Übung" are "ub".</summary>
    public static string Stem(string word)
    {
        var stem = word;
        for (var cuts = 0; cuts < 2; cuts++)
        {
            var ending = Array.Find(
                Endings,
                e => stem.Length - e.Length >= ShortestStem && stem.EndsWith(e, StringComparison.Ordinal)
            );
            if (ending is null)
            {
                break;
            }

            stem = stem[..^ending.Length];
        }

        // "runn" is "run", "presst" was "press": a doubled letter at the end is one.
        return stem.Length > ShortestStem && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                _ = letter == 'ß' ? word.Append("ss") : word.Append(char.ToLowerInvariant(letter));
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark
                && letter is not ('\'' or '’')
                && !(letter is '-' or '‑' && word.Length == 1)
            )
            {
                Finish();
            }
        }

        Finish();
        return words;

        void Finish()
        {
            if (word.Length > 0)
            {
                words.Add(OneSpelling(word.ToString()));
                word.Clear();
            }
        }
    }

    /// <summary>ä, ae and a are one, and so are y and i: many people type the one for the other.</summary>
    private static string OneSpelling(string word) =>
        word.Replace("ae", "a", StringComparison.Ordinal)
            .Replace("oe", "o", StringComparison.Ordinal)
            .Replace("ue", "u", StringComparison.Ordinal)
            .Replace('y', 'i');

    private static FrozenSet<string> FillersOf(string words) => Split(words).ToFrozenSet(StringComparer.Ordinal);
}
