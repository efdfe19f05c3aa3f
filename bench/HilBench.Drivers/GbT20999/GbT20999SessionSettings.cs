using HilBench.Wire.GbT20999;

namespace HilBench.Drivers.GbT20999;

/// <summary>How the bench speaks with a controller over GB/T 20999.</summary>
/// <param name="Name">Name of the controller, for messages.</param>
/// <param name="Party">Version, numbers of the bench and of the controller.</param>
public sealed record GbT20999SessionSettings(string Name, GbParty Party)
{
    /// <summary>How long to wait for an answer before asking again.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often to ask again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>
    /// True for a controller whose answers have sequence numbers of their own (one was seen): then the next answer of the right type with the right values
    /// is taken for the answer.
    /// </summary>
    public bool AnswersHaveOwnSequence { get; init; }

    /// <summary>True for a controller that takes the centre's orders as the table 17.1 instead of the objects 17.2 to 17.4.</summary>
    public bool OrdersAreTable { get; init; }
}
