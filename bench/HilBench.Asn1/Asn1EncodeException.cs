namespace HilBench.Asn1;

/// <summary>A value cannot be encoded: it breaks a constraint, or the destination is too small.</summary>
public sealed class Asn1EncodeException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    public Asn1EncodeException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Path, value and what is allowed.</param>
    public Asn1EncodeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Path, value and what is allowed.</param>
    /// <param name="innerException">The cause.</param>
    public Asn1EncodeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
