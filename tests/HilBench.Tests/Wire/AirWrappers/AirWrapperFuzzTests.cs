using System.Globalization;
using HilBench.Observing;
using HilBench.Tests.Observing;
using HilBench.Wire.AirWrappers;
using HilBench.Wire.Ethernet;

namespace HilBench.Tests.Wire.AirWrappers;

/// <summary>
/// Damaged wrappers and captures: an answer or an error whose place is inside, nothing thrown but the one exception of captures, no more memory than the
/// input's length allows. HILBENCH_FUZZ sets another number of executions.
/// </summary>
internal sealed class AirWrapperFuzzTests
{
    private const int Executions = 200_000;
    private const long OctetsOfAnyInput = 64_000;
    private static readonly int[] LinkTypes = [1, 101, 105, 113, 127, 147, 228, 229, 276];

    private static int Wanted => int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ") ?? $"{Executions}", CultureInfo.InvariantCulture);

    [Test]
    public void Damaged_wrappers_give_a_packet_inside_or_an_error_inside()
    {
        var wsmp = Wrapped.Wsmp();
        var wireless = Wrapped.Wireless(0x88DC, wsmp);
        byte[][] seeds =
        [
            wsmp, [1, .. wsmp], wireless, Wrapped.Radiotap(wireless), Wrapped.DsrcReceived(wireless), Wrapped.DsrcSent(wireless),
            Wrapped.Cv2xReceived(0x88DC, wsmp), Wrapped.Cv2xSent(wireless), SampleCapture.AirFrame(0x20, [1, 2, 3]), SampleCapture.Datagram(7943, Wrapped.DsrcSent(wireless)),
        ];
        var random = new Random(7);
        for (var i = 0; i < Wanted; i++)
        {
            var octets = Damage(seeds[random.Next(seeds.Length)], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (AirWrapper.TryUnwrap(octets, random.Next(2) == 0, out var header, out var error))
            {
                Assert.That(header.PayloadOffset, Is.InRange(0, octets.Length), Convert.ToHexString(octets));
            }
            else
            {
                Assert.That(error.Value.Offset, Is.InRange(0, octets.Length), Convert.ToHexString(octets));
            }

            if (LinkHeader.TryParse(LinkTypes[random.Next(LinkTypes.Length)], octets, out header, out error))
            {
                Assert.That(header.PayloadOffset, Is.InRange(0, octets.Length), Convert.ToHexString(octets));
            }

            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(OctetsOfAnyInput));
        }
    }

    [Test]
    public void Damaged_captures_with_wrapped_frames_end_in_observations_or_the_one_exception()
    {
        var random = new Random(11);
        var wireless = Wrapped.Wireless(0x88DC, Wrapped.Wsmp());
        byte[][] seeds =
        [
            SampleCapture.Pcap(105, wireless), SampleCapture.Pcap(127, Wrapped.Radiotap(wireless)), SampleCapture.Pcap(101, SampleCapture.Datagram(7943, Wrapped.DsrcReceived(wireless))),
            SampleCapture.Pcap(150, [.. new byte[52], .. wireless]), SampleCapture.Octets(3),
        ];
        for (var i = 0; i < Wanted / 4; i++)
        {
            var octets = Damage(seeds[random.Next(seeds.Length)], random);
            var skip = random.Next(3) * 26;
            try
            {
                foreach (var packet in SampleCapture.Read(octets, out _))
                {
                    _ = ObservationReader.ReadBehind(packet, skip);
                    var message = PacketMessage.Find(packet, skip);
                    Assert.That(message?.Length ?? 0, Is.LessThanOrEqualTo(packet.Frame.Length));
                }
            }
            catch (CaptureException)
            {
            }
        }
    }

    private static byte[] Damage(byte[] seed, Random random)
    {
        var octets = random.Next(10) == 0 ? new byte[random.Next(80)] : seed[..(random.Next(3) == 0 ? random.Next(seed.Length + 1) : seed.Length)];
        octets = [.. octets];
        for (var changes = random.Next(4); changes > 0 && octets.Length > 0; changes--)
        {
            octets[random.Next(octets.Length)] = (byte)random.Next(256);
        }

        return octets;
    }
}
