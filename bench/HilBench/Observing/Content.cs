namespace HilBench.Observing;

/// <summary>What an observation says. A closed family: see the derived records in this folder.</summary>
public abstract record Content
{
    private protected Content()
    {
    }
}
