using System.Globalization;
using HilBench.Tests.Emulators.Etsi;
using HilBench.Tests.Wire.Properties;
using HilBench.Wire.Tci;
using HilBench.Wire.UpperTester;

namespace HilBench.Tests.Emulators;

/// <summary>
/// Any octets at the test-control ports, and on the air: the emulators go on, and the drivers at the other end too. HILBENCH_FUZZ sets another
/// number of executions for each port.
/// </summary>
internal sealed class TestControlRobustnessTests
{
    private const int Executions = 100_000;
    private const int Batch = 500;

    private static int Count => int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ") ?? $"{Executions}", CultureInfo.InvariantCulture);

    [TestCase("etsi-1.5.1")]
    [TestCase("fsmsgtool")]
    public void Any_octets_at_the_Upper_Tester_and_on_the_air_leave_the_station_working(string profile)
    {
        var random = new Random(21);
        var frames = Array.Empty<byte[]>();
        for (var done = 0; done < Count; done += Batch)
        {
            using var bed = new StationBed(profile: profile);
            bed.Drive(0.5, 20);
            frames = [.. frames.Concat(bed.Frames.Select(frame => frame.Frame)).TakeLast(20)];
            for (var i = 0; i < Batch; i++)
            {
                bed.Tester.Send(Request(random));
                bed.Air.Send(Damage(frames[random.Next(frames.Length)], random));
            }

            bed.Drive(0.3, 20);
            bed.Answers.Clear();
            bed.Ask(new Initialize(), 0.1);
            Assert.That(bed.Messages.OfType<UpperTesterResult>().Any(result => result is { Type: UpperTesterMessageType.InitializeResult, Done: true }));
            Assert.That(bed.Frames, Has.Count.LessThan(4 * Batch));
        }
    }

    [TestCase(TciEncoding.Oer)]
    [TestCase(TciEncoding.Uper)]
    public void Any_octets_at_the_Test_Control_Interface_leave_the_unit_answering(TciEncoding encoding)
    {
        var random = new Random(22);
        var seeds = TciSamples.All.Select(message => TciMessages.Encode(message, encoding)).ToArray();
        for (var done = 0; done < Count; done += Batch)
        {
            using var bed = new Tci.TciBed(encoding: encoding);
            bed.Loop.Run(async () =>
            {
                for (var i = 0; i < Batch; i++)
                {
                    var octets = Damage(seeds[random.Next(seeds.Length)], random);
                    if (!IsShutdown(octets, encoding))
                    {
                        bed.Port.Send(octets);
                    }
                }

                await bed.PauseAsync(0.1);
                Assert.That((await bed.Driver.IdentifyAsync(default)).ModelName, Is.EqualTo("HilBench OBU"));
            });
        }
    }

    private static bool IsShutdown(byte[] octets, TciEncoding encoding) =>
        TciMessages.TryDecode(octets, encoding, out var message, out _) && message.Frame is Frame.SutCtrl { Value: TCISutControl.Request { Value.Value: ShutdownValue } };

    private static byte[] Request(Random random)
    {
        var octets = new byte[random.Next(1, 60)];
        random.NextBytes(octets);
        octets[0] = (byte)random.Next(0x76);
        if (octets.Length > 3 && random.Next(2) == 0)
        {
            octets.AsSpan(1, Math.Min(8, octets.Length - 1)).Clear();
            octets[^1] = (byte)random.Next(4);
        }

        return octets;
    }

    private static byte[] Damage(byte[] octets, Random random)
    {
        var damaged = random.Next(8) == 0 ? new byte[random.Next(120)] : [.. octets];
        if (damaged.Length != octets.Length)
        {
            random.NextBytes(damaged);
            return damaged;
        }

        for (var changes = random.Next(4); changes > 0; changes--)
        {
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        }

        return random.Next(6) == 0 ? damaged[..random.Next(damaged.Length)] : damaged;
    }
}
