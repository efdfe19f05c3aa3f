using HilBench.Tests.Wire.GeoNetworking;
using HilBench.Wire.Etsi;
using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Tests.Wire.Etsi;

internal sealed class ItsPduHeaderTests
{
    [Test]
    public void The_header_of_every_sample_is_read_without_its_modules_and_written_again()
    {
        foreach (var (port, octets) in EtsiSamples.Messages)
        {
            Assert.That(ItsPduHeader.TryParse(octets, out var header, out _), Is.True);
            Assert.That((header.ProtocolVersion, header.StationId, header.MessageName), Is.EqualTo(((byte)2, 4_000_000_123u, BtpPorts.NameOf(port))));
            var written = new byte[ItsPduHeader.Length];
            header.Write(written);
            Assert.That(written, Is.EqualTo(octets[..ItsPduHeader.Length]));
        }
    }

    [Test]
    public void A_header_cut_anywhere_is_told()
    {
        for (var length = 0; length < ItsPduHeader.Length; length++)
        {
            Assert.That(ItsPduHeader.TryParse(new byte[length], out _, out var error), Is.False);
            Assert.That(error?.ToString(), Is.EqualTo($"octet {length}: an ITS PDU has a header of 6 octets; {length} are left"));
        }
    }

    [TestCase(2001, "CAM", true)]
    [TestCase(2014, "CTLM", false)]
    [TestCase(2016, "certificate request", false)]
    [TestCase(2019, "IMZM", true)]
    [TestCase(2000, null, false)]
    [TestCase(2020, null, false)]
    public void A_port_has_a_name_and_says_whether_an_ITS_PDU_header_follows(int port, string? name, bool hasHeader) =>
        Assert.That((BtpPorts.NameOf(port), BtpPorts.HasItsPduHeader(port)), Is.EqualTo((name, hasHeader)));
}
