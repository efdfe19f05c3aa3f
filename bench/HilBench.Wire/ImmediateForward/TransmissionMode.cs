namespace HilBench.Wire.ImmediateForward;

/// <summary>How the RSU's radio takes the channel (TxMode).</summary>
public enum TransmissionMode
{
    /// <summary>CONT: continuous access.</summary>
    Continuous,

    /// <summary>ALT: alternating access.</summary>
    Alternating,
}
