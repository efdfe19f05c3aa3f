namespace HilBench.Observing;

/// <summary>The octets of a capture file, with the position counted.</summary>
internal sealed class CaptureStream(Stream stream, string name) : IDisposable
{
    public string Name => name;

    /// <summary>Octets taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>Takes octets.</summary>
    /// <param name="octets">Where to.</param>
    /// <returns>How many there were: fewer than asked for only at the end of the file.</returns>
    public int Take(Span<byte> octets)
    {
        try
        {
            var taken = stream.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
            Position += taken;
            return taken;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CaptureException($"{name}: reading failed at octet {Position}: {exception.Message} Copy the file to a local disk and try again.", exception);
        }
    }

    public CaptureException Damaged(long offset, string what, int packets)
    {
        var remedy = packets == 0
            ? "Nothing before it can be used: make the capture again."
            : $"The {packets} packets before it can be saved with: editcap -r {name} part.pcapng 1-{packets}";
        return new CaptureException($"{name}: damaged at octet {offset}: {what}. {remedy}");
    }

    public void Dispose() => stream.Dispose();
}
