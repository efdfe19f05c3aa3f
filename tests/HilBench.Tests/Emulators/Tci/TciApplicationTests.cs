using HilBench.Drivers.Tci;
using HilBench.Emulators;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Tests.Wire.Properties;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Nmea;
using HilBench.Wire.Tci;

namespace HilBench.Tests.Emulators.Tci;

/// <summary>The Test Control Interface, both ends: the unit does what it is asked, and the bench believes what it sees.</summary>
internal sealed class TciApplicationTests
{
    private static readonly GnssFix Detroit = new(DateTimeOffset.UnixEpoch, 42.3, -83.0, 180, 0, 13.9, 45.5);

    [TestCase(TciEncoding.Oer, TciStandard.J29451)]
    [TestCase(TciEncoding.Uper, TciStandard.J29451)]
    [TestCase(TciEncoding.Oer, TciStandard.J31611)]
    [TestCase(TciEncoding.Uper, TciStandard.J31611)]
    public void A_unit_is_identified_prepared_switched_on_placed_and_switched_off(TciEncoding encoding, TciStandard standard)
    {
        using var bed = new TciBed(encoding: encoding, standard: standard);
        using var fixes = bed.Fixes();
        bed.Loop.Run(async () =>
        {
            Assert.That(
                await bed.Driver.ReadConfigurationAsync(default),
                Is.EqualTo([new ConfigurationItem("TCI model", "HilBench OBU"), new ConfigurationItem("TCI component firmware", "1.2")]));
            await bed.Driver.PrepareAsync("TP-BSM-1", default);
            await bed.PauseAsync(1);
            Assert.That(bed.Bsms, Is.Empty);

            await bed.Proven.TransmitAsync(on: true, default);
            Assert.That(bed.Bsms[^1].CoreData.Lat, Is.EqualTo(377_000_000));

            await bed.Driver.PlaceAsync(Detroit, default);
            await bed.PauseAsync(0.3);
            var core = bed.Bsms[^1].CoreData;
            Assert.That((core.Lat, core.Long, core.Elev, core.Speed, core.Heading), Is.EqualTo((423_000_000, -830_000_000, 1800, 695, 3640)));

            await bed.Driver.PlaceAsync(position: null, default);
            await bed.PauseAsync(0.3);
            Assert.That(bed.Bsms[^1].CoreData.Lat, Is.EqualTo(377_000_000));
            await bed.Proven.TransmitAsync(on: false, default);
        });
        Assert.That(bed.Driver.LateAnswers, Is.Zero);
        Assert.That(bed.Driver.Unexpected, Is.Zero);
    }

    [Test]
    public void Received_BSMs_are_told_from_the_request_until_it_is_taken_back()
    {
        using var bed = new TciBed();
        var told = new List<Indication>();
        bed.Driver.Indicated = told.Add;
        bed.Loop.Run(async () =>
        {
            Hear(bed, 0x20);
            await bed.PauseAsync(0.1);
            await bed.Driver.TellReceivedAsync(on: true, default);
            Hear(bed, 0x20);
            Hear(bed, 0x82);
            await bed.PauseAsync(0.1);
            await bed.Driver.TellReceivedAsync(on: false, default);
            Hear(bed, 0x20);
            await bed.PauseAsync(0.1);
        });

        Assert.That(told, Has.Count.EqualTo(1));
        var parameters = ((EventParams.Wsm)told[0].EventParams!).Value;
        Assert.Multiple(() =>
        {
            Assert.That(told[0].Event, Is.EqualTo(Event.EWsmPktRx));
            Assert.That(told[0].Pdu!.PduData.ToString(), Is.EqualTo("00140102"));
            Assert.That(parameters.Psid, Is.EqualTo(new VarLengthNumber.Content(0x20)));
            Assert.That(parameters.SourceMACAddr!.ToString(), Is.EqualTo("020000000077"));
        });
    }

    [TestCase("tci-silent", "obu1.tci.a: no answer to setInitialState within 1 s. Check that the device's TCI application runs, its address, and port 13001.")]
    [TestCase("tci-only-says-done", "obu1: startBsmTx was answered with success, but the air showed no BSM within 1 s")]
    public void A_unit_that_does_not_do_it_is_told_apart_from_one_that_only_says_so(string personality, string message)
    {
        using var bed = new TciBed([personality]);
        using var fixes = bed.Fixes();
        bed.Loop.Run(async () => await Assert.ThatAsync(
            async () =>
            {
                await bed.Driver.PrepareAsync("x", default);
                await bed.Proven.TransmitAsync(on: true, default);
            },
            Throws.InstanceOf<RigException>().With.Message.Contains(message)));
    }

    [Test]
    public void A_late_answer_counts_and_another_version_does_not_matter()
    {
        using var bed = new TciBed(["tci-late-200ms", "tci-version-2"]);
        bed.Loop.Run(() => bed.Driver.PrepareAsync("x", default));

        Assert.That(bed.Driver.LateAnswers, Is.EqualTo(2));
    }

    [Test]
    public void What_the_unit_cannot_do_is_refused_with_the_reason()
    {
        using var bed = new TciBed();
        bed.Loop.Run(async () =>
        {
            var answers = new List<TCIMsg>();
            bed.Port.Received = datagram => answers.Add(TciMessages.TryDecode(datagram.Bytes.Span, TciEncoding.Oer, out var answer, out _) ? answer : throw new InvalidOperationException());
            bed.Port.Send(TciSamples.SetLatitude.EncodeOer());
            bed.Port.Send(TciSamples.SetSpeed.Encode());
            bed.Port.Send(TciSamples.Received.EncodeOer());
            await bed.PauseAsync(0.1);

            Assert.That(answers, Has.Count.EqualTo(2));
            var refusal = ((TCISutControl.Response)((Frame.SutCtrl)answers[0].Frame).Value).Value;
            Assert.That((refusal.MsgID, refusal.ResultCode), Is.EqualTo((7, ResultCode.RcFailure)));
            Assert.That(refusal.Exception!.Description, Does.Contain("send enableGpsInput FALSE first"));
            var fault = ((TCISutControl.Exception)((Frame.SutCtrl)answers[1].Frame).Value).Value;
            Assert.That(fault.Description, Does.StartWith("no TCI message"));
        });
    }

    [Test]
    public void Ends_that_do_not_agree_on_the_encoding_are_told_so()
    {
        using var bed = new TciBed(encoding: TciEncoding.Oer, ours: TciEncoding.Uper);
        bed.Loop.Run(async () => await Assert.ThatAsync(
            async () => await bed.Driver.IdentifyAsync(default),
            Throws.InstanceOf<TciRequestException>().With.Message.Contains("Check that both ends agree on the encoding (here Uper) and on version 3.")));
    }

    [Test]
    public void A_unit_whose_ports_are_steered_but_not_asked_sends_the_same_octets()
    {
        Assert.That(Frames(steered: true), Is.EqualTo(Frames(steered: false)).And.Count.GreaterThan(90));
    }

    private static List<string> Frames(bool steered)
    {
        using var loop = EventLoop.CreateVirtual(TciBed.Noon);
        var gnss = new MemoryWire(loop, "gnss", TimeSpan.Zero);
        var air = new MemoryWire(loop, "air", TimeSpan.Zero);
        var frames = new List<string>();
        air.A.Received = datagram => frames.Add($"{loop.Now} {Convert.ToHexString(datagram.Bytes.Span)}");
        using var ports = steered ? new HilBench.Emulators.Tci.SteeredPorts(loop, gnss.B, air.B) : null;
        using var unit = new ObuEmulator(loop, TciBed.Settings, ports?.Gnss ?? gnss.B, ports?.Air ?? air.B).Start(TciBed.Noon);
        using var fixes = loop.Every(
            TciBed.Noon, TimeSpan.FromMilliseconds(100), at => gnss.A.Send(new GnssFix(at.ToUtc(), 37.7, -122.4, 20, -32, 10, 90).Encode()));
        loop.Run(() => Task.Delay(TimeSpan.FromSeconds(10), loop.Time));
        return frames;
    }

    private static void Hear(TciBed bed, uint psid) => bed.Air.Send(new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = new byte[] { 2, 0, 0, 0, 0, 0x77 },
        EtherType = WsmpMessage.EtherType,
        Payload = new WsmpMessage { Psid = new Psid(psid), ChannelNumber = 183, Payload = Dot2Data.WrapUnsecured([0, 0x14, 1, 2]) }.Encode(),
    }.Encode());
}
