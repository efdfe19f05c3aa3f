namespace HilBench.Observing;

/// <summary>A file that is still being written, read like one that is whole: where it ends for now, the reader waits for more until it is told that no more will come.</summary>
/// <param name="file">The file; closed with this.</param>
/// <param name="caughtUp">Called on the reading thread when everything that is there has been read, and again from time to time while nothing comes.</param>
/// <param name="ended">Cancelled when no more will come: then what is left is read, and the file ends.</param>
internal sealed class GrowingFile(FileStream file, Action caughtUp, CancellationToken ended) : Stream
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var isLast = ended.IsCancellationRequested;
            var taken = file.Read(buffer);
            if (taken > 0 || isLast)
            {
                return taken;
            }

            caughtUp();
            ended.WaitHandle.WaitOne(Pause);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
