using System.Text;

namespace Cairn.Transfer;

/// <summary>Text in whatever encoding somebody else's program or spreadsheet chose.</summary>
public static class StrangerText
{
    /// <summary>As much of a file's beginning as is looked at to tell what it is.</summary>
    public const int Glance = 4096;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>True unless there are bytes that no text has.</summary>
    public static bool IsText(ReadOnlySpan<byte> start) => Unicode(start) is not null || !start.Contains((byte)0);

    /// <summary>UTF-16 and UTF-32 by mark or by their zeros, UTF-8 where it is valid, and else what Windows wrote.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Unicode(bytes) is { } unicode)
        {
            return unicode.GetString(bytes).TrimStart('\uFEFF');
        }

        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }

    private static Encoding? Unicode(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
}
