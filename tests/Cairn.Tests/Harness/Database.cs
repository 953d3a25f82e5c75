namespace Cairn.Harness;

public enum Database
{
    Sqlite,
    Postgres,
}
