namespace HilBench.Asn1;

/// <summary>Encodes complete messages, and a second time with the path when a value cannot be encoded.</summary>
public static class OerEncoding
{
    private const int FirstCapacity = 512;

    /// <summary>Encodes a complete message.</summary>
    /// <param name="value">The message.</param>
    /// <param name="destination">Where to write.</param>
    /// <returns>Octets written.</returns>
    /// <exception cref="ArgumentException">A value breaks a constraint, or the destination is too small.</exception>
    public static int Encode(IOerType value, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            return Write(value, new BitWriter(destination));
        }
        catch (ArgumentException)
        {
            return Write(value, new BitWriter(destination, new EncodePath()));
        }
    }

    /// <summary>Encodes a complete message.</summary>
    /// <param name="value">The message.</param>
    /// <returns>The octets.</returns>
    /// <exception cref="ArgumentException">A value breaks a constraint.</exception>
    public static byte[] Encode(IOerType value)
    {
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            return WriteNew(value, path: null);
        }
        catch (ArgumentException)
        {
            return WriteNew(value, new EncodePath());
        }
    }

    private static byte[] WriteNew(IOerType value, EncodePath? path)
    {
        var writer = new BitWriter(FirstCapacity, path);
        try
        {
            value.WriteOer(ref writer, name: null);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Release();
        }
    }

    private static int Write(IOerType value, BitWriter writer)
    {
        value.WriteOer(ref writer, name: null);
        return writer.Written.Length;
    }
}
