using Cairn.Engine.Capacity;

namespace Cairn.Data;

/// <summary>How long a stretch of work a person begins and ends in one go, in an area.</summary>
public static class Sitting
{
    /// <summary>Whole minutes, at least one; before the first task of an area what a stranger is offered.</summary>
    public static int Of(Life life, string area, Dial dial)
    {
        var id = EngineFacts.AreaId(area);
        var yesterday = life.Today.AddDays(-1);
        var belief = life.Belief.Knows(id) ? life.Belief : Belief.Of().After([Tasks.Begin(yesterday, id)], yesterday);
        return (int)
            belief.BarsOn(life.Today, id, new Limits(null, null, null), dial, life.Records.FeelOn(life.Today)).Target;
    }
}
