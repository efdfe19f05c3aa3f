namespace HilBench.Asn1;

/// <summary>Decodes complete messages: fast, and a second time with explanations when something was wrong.</summary>
public static class OerDecoding
{
    /// <summary>Decodes a complete message.</summary>
    /// <typeparam name="T">The generated record.</typeparam>
    /// <param name="oer">The octets of the message.</param>
    /// <returns>The message and the constraints it breaks.</returns>
    /// <exception cref="Asn1ContentException">The octets are no encoding of the type.</exception>
    public static Decoded<T> Decode<T>(ReadOnlySpan<byte> oer)
        where T : IOerType<T>
    {
        try
        {
            var reader = new BitReader(oer);
            var trace = default(NoTrace);
            var value = T.ReadOer(ref reader, ref trace, name: null);
            Oer.CheckEnd(ref reader, ref trace, name: null);
            if (!reader.IsViolated)
            {
                return new Decoded<T>(value, violations: null, reader.Position);
            }
        }
        catch (Asn1ContentException)
        {
            // Read again below, with a trace that knows the path.
        }

        return Explain<T>(oer, tree: null);
    }

    /// <summary>Decodes a complete message and explains every value.</summary>
    /// <typeparam name="T">The generated record.</typeparam>
    /// <param name="oer">The octets of the message.</param>
    /// <param name="tree">Receives the nodes, also when the decoding fails.</param>
    /// <returns>The message and the constraints it breaks.</returns>
    /// <exception cref="Asn1ContentException">The octets are no encoding of the type.</exception>
    public static Decoded<T> Decode<T>(ReadOnlySpan<byte> oer, DecodeTree tree)
        where T : IOerType<T>
    {
        ArgumentNullException.ThrowIfNull(tree);
        tree.Root = null;
        return Explain<T>(oer, tree);
    }

    private static Decoded<T> Explain<T>(ReadOnlySpan<byte> oer, DecodeTree? tree)
        where T : IOerType<T>
    {
        var explanation = new Explanation(tree);
        try
        {
            var reader = new BitReader(oer);
            var trace = new ExplainingTrace(explanation);
            var value = T.ReadOer(ref reader, ref trace, name: null);
            Oer.CheckEnd(ref reader, ref trace, name: null);
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
