namespace HilBench.Cli.Decoding;

/// <summary>How decoded messages are written.</summary>
internal enum DecodeFormat
{
    /// <summary>A field a line, for people.</summary>
    Tree,

    /// <summary>One JSON document: an object for a message given as argument, an array for a file.</summary>
    Json,

    /// <summary>A JSON object a line, one for each message.</summary>
    JsonLines,
}
