namespace HilBench.Rigs;

/// <summary>What carries a link of a device, where it is not datagrams of its own over UDP. A closed family, one record a carrier.</summary>
public abstract record CarrierPlan
{
    private protected CarrierPlan()
    {
    }
}
