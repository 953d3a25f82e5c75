namespace Cairn.Shell;

/// <summary>The places of the bottom bar, and of the rail on a wide screen.</summary>
public enum Tab
{
    None,
    Today,
    Goals,
    Add,
    Progress,
    Reflect,
    Settings,
    Help,
}
