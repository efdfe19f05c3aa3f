using HilBench.Asn1;
using HilBench.Benchmarks.Asn1c;

namespace HilBench.Benchmarks;

/// <summary>Times our codec and asn1c's alternately, so that a slow phase of the machine meets both.</summary>
internal static class CodecTiming
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(60);

    // Long enough for the runtime to compile what is hot with what it learned: after 30 calls, 100 ms of rest, and once more.
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(800);

    /// <summary>Medians of a number of slices of each.</summary>
    public static (CodecFigures Ours, CodecFigures? Theirs) Measure<T>(byte[] message, Asn1cCodec? peer, int repetitions)
        where T : IUperType<T>
    {
        var value = UperDecoding.Decode<T>(message).Value;
        var buffer = new byte[message.Length + 16];
        Warm(() => UperDecoding.Decode<T>(message));
        Warm(() => value.Encode(buffer));
        var rounds = Rounds(() => UperDecoding.Decode<T>(message));
        List<double> decode = [], encode = [], theirDecode = [], theirEncode = [];
        for (var i = 0; i < repetitions; i++)
        {
            decode.Add(Nanoseconds(rounds, () => UperDecoding.Decode<T>(message)));
            encode.Add(Nanoseconds(rounds, () => value.Encode(buffer)));
            if (peer?.Time(message, rounds / 4, 1)[0] is { } theirs)
            {
                theirDecode.Add(theirs.Decode);
                theirEncode.Add(theirs.Encode);
            }
        }

        var ours = new CodecFigures(
            Median(decode), Median(encode), Allocated(() => UperDecoding.Decode<T>(message)), Allocated(() => value.Encode(buffer)));
        return (ours, peer is null ? null : new CodecFigures(Median(theirDecode), Median(theirEncode), 0, 0));
    }

    private static void Warm(Action work)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < WarmUp)
        {
            work();
        }
    }

    private static int Rounds(Action work)
    {
        var rounds = 64;
        while (Elapsed(rounds, work) < Slice)
        {
            rounds *= 2;
        }

        return rounds;
    }

    private static double Nanoseconds(int rounds, Action work) => Elapsed(rounds, work).TotalNanoseconds / rounds;

    private static TimeSpan Elapsed(int rounds, Action work)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < rounds; i++)
        {
            work();
        }

        return TimeProvider.System.GetElapsedTime(start);
    }

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static double Median(List<double> figures)
    {
        figures.Sort();
        return figures[figures.Count / 2];
    }
}
