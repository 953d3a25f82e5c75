namespace Cairn.Transfer;

/// <summary>
/// A file cannot be taken over. Its message is the one sentence for the person; whoever reads a file throws it
/// before anything was changed, and the command or page that asked shows it.
/// </summary>
public sealed class UnusableFileException(string sentence, Exception? cause = null) : Exception(sentence, cause);
