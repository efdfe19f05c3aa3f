using HilBench.Rigs;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>A request to an agent failed. The message says which agent, what was asked, what came back and what to do.</summary>
public sealed class SnmpException : RigException
{
    /// <summary>Creates the exception for an agent that did not answer, or whose answer cannot be used.</summary>
    public SnmpException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception for an agent that refused.</summary>
    /// <param name="message">The message.</param>
    /// <param name="error">What the agent said.</param>
    /// <param name="instance">The instance that it concerns; null when the agent named none.</param>
    public SnmpException(string message, SnmpError error, ObjectId? instance)
        : base(message)
    {
        Error = error;
        Instance = instance;
    }

    /// <summary>What the agent said; <see cref="SnmpError.NoError"/> when it did not answer.</summary>
    public SnmpError Error { get; }

    /// <summary>The instance that the error concerns.</summary>
    public ObjectId? Instance { get; }
}
