namespace HilBench.Asn1;

/// <summary>Encodes complete messages, and a second time with the path when a value cannot be encoded.</summary>
public static class UperEncoding
{
    private const int FirstCapacity = 512;

    /// <summary>Encodes a complete message.</summary>
    /// <param name="value">The message.</param>
    /// <param name="destination">Where to write.</param>
    /// <returns>Octets written, at least 1.</returns>
    /// <exception cref="ArgumentException">A value breaks a constraint, or the destination is too small.</exception>
    public static int Encode(IUperType value, Span<byte> destination)
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
    /// <returns>The octets, at least 1.</returns>
    /// <exception cref="ArgumentException">A value breaks a constraint.</exception>
    public static byte[] Encode(IUperType value)
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

    private static byte[] WriteNew(IUperType value, EncodePath? path)
    {
        var writer = new BitWriter(FirstCapacity, path);
        try
        {
            value.Write(ref writer, name: null);
            Complete(ref writer);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Release();
        }
    }

    private static int Write(IUperType value, BitWriter writer)
    {
        value.Write(ref writer, name: null);
        Complete(ref writer);
        return writer.Written.Length;
    }

    // X.691 (02/2021) 11.1.3: a complete encoding has at least one octet.
    private static void Complete(ref BitWriter writer)
    {
        if (writer.Position == 0)
        {
            writer.WriteBits(0, 8);
        }
    }
}
