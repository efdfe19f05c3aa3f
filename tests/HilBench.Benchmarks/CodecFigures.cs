namespace HilBench.Benchmarks;

/// <summary>What a message costs a codec.</summary>
/// <param name="Decode">Nanoseconds of a decoding, median.</param>
/// <param name="Encode">Nanoseconds of an encoding into a caller's buffer, median.</param>
/// <param name="DecodedBytes">Bytes that a decoding allocates.</param>
/// <param name="EncodedBytes">Bytes that an encoding into a caller's buffer allocates.</param>
internal readonly record struct CodecFigures(double Decode, double Encode, long DecodedBytes, long EncodedBytes);
