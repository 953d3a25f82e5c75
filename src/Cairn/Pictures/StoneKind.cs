namespace Cairn.Pictures;

/// <summary>What kind of win a stone stands for; it decides the stone's silhouette.</summary>
public enum StoneKind
{
    /// <summary>An amount of something one does again and again: a river pebble.</summary>
    Practice,

    /// <summary>Something done once: a slab with corners.</summary>
    Task,

    /// <summary>Something counted whenever it happens: a small round pebble.</summary>
    Moment,

    /// <summary>A win the person noticed and wrote down: a pebble on which something grows.</summary>
    Noticed,
}
