namespace HilBench.Wire.Snmp;

/// <summary>The first trouble that the readers of one message met.</summary>
internal sealed class BerFault
{
    public WireError? First { get; private set; }

    public bool IsSet => First is not null;

    public void Set(string message, int offset) => First ??= new WireError(message, offset);
}
