namespace HilBench.Wire.Snmp;

/// <summary>An object instance and its value.</summary>
/// <param name="Name">The instance.</param>
/// <param name="Value">Its value; <see cref="SnmpValue.Null"/> in requests that read.</param>
public sealed record VariableBinding(ObjectId Name, SnmpValue Value);
