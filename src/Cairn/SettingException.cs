namespace Cairn;

/// <summary>A setting of the host's that cannot be followed as it stands.</summary>
/// <param name="says">What is wrong with it.</param>
/// <param name="todo">What to do about it.</param>
public sealed class SettingException(string says, string todo) : Exception($"{says}. {todo}")
{
    public string Says => says;
    public string Do => todo;
}
