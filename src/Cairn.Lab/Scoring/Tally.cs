namespace Cairn.Lab.Scoring;

/// <summary>What a policy did for a number of people: means per person.</summary>
public sealed class Tally
{
    private double people;
    private double wins;
    private double offers;
    private double volume;
    private double active;
    private double laterOffers;
    private double laterWins;
    private double laterStarts;

    /// <summary>Mean wins of a person.</summary>
    public double Wins => wins / people;

    /// <summary>Wins per offer.</summary>
    public double WinRate => wins / offers;

    /// <summary>Wins per offer once the first two weeks are over.</summary>
    public double LaterWinRate => laterWins / laterOffers;

    /// <summary>The mean true chance of starting once the first two weeks are over.</summary>
    public double LaterStarts => laterStarts / laterOffers;

    /// <summary>Mean of all that was done by a person, in stated sizes.</summary>
    public double Volume => volume / people;

    /// <summary>The share of people who are still there on the last day.</summary>
    public double Active => active / people;

    /// <summary>Forecasts of the first bar, or of the only one.</summary>
    public Forecasts Floor { get; } = new();

    /// <summary>Forecasts of all bars.</summary>
    public Forecasts Bars { get; } = new();

    internal void Offer(bool won, double done)
    {
        offers++;
        wins += won ? 1 : 0;
        volume += done;
    }

    internal void OfferLater(bool won, double starts)
    {
        laterOffers++;
        laterWins += won ? 1 : 0;
        laterStarts += starts;
    }

    internal void End(bool isActive)
    {
        people++;
        active += isActive ? 1 : 0;
    }

    internal void Add(Tally other)
    {
        people += other.people;
        wins += other.wins;
        offers += other.offers;
        volume += other.volume;
        active += other.active;
        laterOffers += other.laterOffers;
        laterWins += other.laterWins;
        laterStarts += other.laterStarts;
        Floor.Add(other.Floor);
        Bars.Add(other.Bars);
    }
}
