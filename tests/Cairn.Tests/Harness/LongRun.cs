namespace Cairn.Harness;

/// <summary>The long layer: CAIRN_LONG=1 asks for every case, where the ordinary run takes a sample.</summary>
internal static class LongRun
{
    public static readonly bool IsOn = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1";
}
