namespace Cairn.Backups;

/// <summary>A backup could not be made, read or put back. Its message is the one sentence for the person.</summary>
public sealed class BackupException(string sentence, Exception? cause = null) : Exception(sentence, cause);
