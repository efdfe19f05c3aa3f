namespace HilBench.Asn1;

/// <summary>Decodes complete messages: fast, and a second time with explanations when something was wrong.</summary>
public static class UperDecoding
{
    // Most messages have no more. They are copied, because the octets behind the end make the last ones as fast as the others.
    private const int ShortMessage = 120;

    /// <summary>Decodes a complete message.</summary>
    /// <typeparam name="T">The generated record.</typeparam>
    /// <param name="uper">The octets of the message.</param>
    /// <returns>The message and the constraints it breaks.</returns>
    /// <exception cref="Asn1ContentException">The octets are no encoding of the type.</exception>
    public static Decoded<T> Decode<T>(ReadOnlySpan<byte> uper)
        where T : IUperType<T>
    {
        try
        {
            Span<byte> padded = stackalloc byte[ShortMessage + 8];
            var isShort = uper.Length <= ShortMessage;
            if (isShort)
            {
                uper.CopyTo(padded);
            }

            var reader = isShort ? new BitReader(padded, uper.Length) : new BitReader(uper);
            var trace = default(NoTrace);
            var value = T.Read(ref reader, ref trace, name: null);
            Uper.CheckPadding(ref reader, ref trace, start: 0, name: null);
            if (!reader.IsViolated)
            {
                return new Decoded<T>(value, violations: null, reader.Position);
            }
        }
        catch (Asn1ContentException)
        {
            // Read again below, with a trace that knows the path.
        }

        return Explain<T>(uper, tree: null);
    }

    /// <summary>Decodes a complete message and explains every value.</summary>
    /// <typeparam name="T">The generated record.</typeparam>
    /// <param name="uper">The octets of the message.</param>
    /// <param name="tree">Receives the nodes, also when the decoding fails.</param>
    /// <returns>The message and the constraints it breaks.</returns>
    /// <exception cref="Asn1ContentException">The octets are no encoding of the type.</exception>
    public static Decoded<T> Decode<T>(ReadOnlySpan<byte> uper, DecodeTree tree)
        where T : IUperType<T>
    {
        ArgumentNullException.ThrowIfNull(tree);
        tree.Root = null;
        return Explain<T>(uper, tree);
    }

    private static Decoded<T> Explain<T>(ReadOnlySpan<byte> uper, DecodeTree? tree)
        where T : IUperType<T>
    {
        var explanation = new Explanation(tree);
        try
        {
            var reader = new BitReader(uper);
            var trace = new ExplainingTrace(explanation);
            var value = T.Read(ref reader, ref trace, name: null);
            Uper.CheckPadding(ref reader, ref trace, start: 0, name: null);
            return new Decoded<T>(value, explanation.Violations, reader.Position);
        }
        catch (Asn1ContentException e)
        {
            var located = new Asn1ContentException(e.Reason, explanation.Path(), e.BitOffset);
            explanation.Abandon(e.BitOffset);
            throw located;
        }
    }
}
