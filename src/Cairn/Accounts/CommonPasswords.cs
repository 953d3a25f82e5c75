namespace Cairn.Accounts;

/// <summary>What anybody would try first: passwords that many people have, and what is commonly made of them.</summary>
public static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> Known = new(Read);

    /// <summary>One of the list, a word of it with other signs before or behind, or the same over and over.</summary>
    public static bool Include(string password) =>
        Known.Value.Contains(password) || Known.Value.Contains(Core(password)) || IsOverAndOver(password);

    private static string Core(string password)
    {
        var first = password.TakeWhile(sign => !char.IsLetter(sign)).Count();
        var last = password.Reverse().TakeWhile(sign => !char.IsLetter(sign)).Count();
        return first + last < password.Length ? password[first..^last] : "";
    }

    private static bool IsOverAndOver(string password) =>
        Enumerable
            .Range(1, password.Length / 2)
            .Where(length => password.Length % length == 0)
            .Any(length => password.AsSpan(length).SequenceEqual(password.AsSpan(0, password.Length - length)));

    private static HashSet<string> Read()
    {
        using var file = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(file);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                known.Add(line);
            }
        }

        return known;
    }
}
