using System.Diagnostics;
using System.Text;
using HilBench.Links;

namespace HilBench.Tests.Links;

/// <summary>Serial lines against a carrier that we did not write: socat's pair of pseudo-terminals.</summary>
[Platform("Linux")]
[Category("Peer")]
internal sealed class SerialLinePeerTests
{
    [Test]
    public void Octets_cross_a_pair_of_terminals_that_socat_joins_and_its_end_closes_both()
    {
        Peers.Require("socat", "socat");
        var folder = Directory.CreateTempSubdirectory("hilbench-socat-").FullName;
        var (left, right) = (Path.Combine(folder, "left"), Path.Combine(folder, "right"));
        using var socat = Process.Start(new ProcessStartInfo("socat", [$"pty,raw,echo=0,link={left}", $"pty,raw,echo=0,link={right}"]) { UseShellExecute = false })!;
        using var loop = EventLoop.CreateWall();
        try
        {
            loop.Run(async () =>
            {
                await Patience.UntilAsync(loop, () => File.Exists(left) && File.Exists(right), "socat makes its terminals");
                await using var one = SerialLine.Open(loop, "one", new SerialLineSettings(left));
                await using var other = SerialLine.Open(loop, "other", new SerialLineSettings(right));
                var text = new StringBuilder();
                var arrived = new TaskCompletionSource();
                other.Received = chunk =>
                {
                    if (text.Append(Encoding.Latin1.GetString(chunk.Bytes.Span)).ToString().EndsWith("\r\n", StringComparison.Ordinal))
                    {
                        arrived.TrySetResult();
                    }
                };
                one.Send("$GNRMC,\0\r\u00ff\r\n"u8.ToArray());
                await arrived.Task.InTimeAsync(loop);
                Assert.That(text.ToString(), Is.EqualTo(Encoding.Latin1.GetString("$GNRMC,\0\r\u00ff\r\n"u8)));

                var (oneClosed, otherClosed) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
                one.Closed = oneClosed.SetResult;
                other.Closed = otherClosed.SetResult;
                socat.Kill();
                Assert.That(await oneClosed.Task.InTimeAsync(loop), Does.StartWith($"one: the serial line {left} is gone"));
                Assert.That(await otherClosed.Task.InTimeAsync(loop), Does.StartWith($"other: the serial line {right} is gone"));
            });
        }
        finally
        {
            if (!socat.HasExited)
            {
                socat.Kill();
            }

            Directory.Delete(folder, recursive: true);
        }
    }
}
