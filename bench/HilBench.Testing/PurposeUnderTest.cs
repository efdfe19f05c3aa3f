using HilBench.Runs;

namespace HilBench.Testing;

/// <summary>A purpose as its test method gets it. Nothing runs until <see cref="Verify"/>, so that listing tests is quick.</summary>
/// <param name="id">Id of the catalogue row.</param>
/// <param name="run">The run that is judged; shared by all purposes of one rig.</param>
public sealed class PurposeUnderTest(string id, Lazy<RigRun> run)
{
    /// <summary>Id of the catalogue row.</summary>
    public string Id => id;

    /// <summary>Runs the scenario on the rig unless that was done before, and ends the test with the verdict on this purpose.</summary>
    /// <exception cref="InvalidOperationException">The bench itself is at fault.</exception>
    public void Verify() => PurposeOutcome.Tell(Record, run.Value.Evidence);

    /// <inheritdoc/>
    public override string ToString() => id;

    private PurposeRecord Record => run.Value.Record.Purposes.FirstOrDefault(purpose => purpose.Row.Id == id)
        ?? throw new InvalidOperationException($"The run has no verdict on {id}: it is no line of PurposeTable.");
}
