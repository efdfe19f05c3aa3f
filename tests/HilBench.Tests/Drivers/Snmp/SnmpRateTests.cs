using System.Globalization;
using System.Net;
using HilBench.Drivers.Snmp;
using HilBench.Links;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Snmp;

/// <summary>Messages as NTCIP 1218 has them: a payload by SET, many times a second, at the strongest protection, on real sockets.</summary>
internal sealed class SnmpRateTests
{
    private const int Sets = 200;
    private static readonly UsmUser Bench = SampleAgent.User(UsmAuthentication.Sha512, UsmPrivacy.Aes256);

    [Test]
    public void Two_hundred_assignments_of_a_long_payload_are_all_answered_and_the_last_one_stands()
    {
        using var host = new HostedAgent(SampleAgent.Settings(Bench), SampleAgent.Objects);
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = UdpPort.Open(loop, "manager", new IPEndPoint(IPAddress.Loopback, 0), host.Local);
            var session = new SnmpSession(loop, new SnmpSessionSettings { Agent = "rsu1", User = Bench, Timeout = TimeSpan.FromSeconds(10) }, port);
            var payload = new byte[1400];
            await session.SetAsync([new(SampleAgent.Number, SnmpValue.Integer32(0))], default);
            var start = loop.Now;
            for (var i = 1; i <= Sets; i++)
            {
                payload[0] = (byte)i;
                await session.SetAsync([new(SampleAgent.Text, SnmpValue.OctetString(payload)), new(SampleAgent.Number, SnmpValue.Integer32(i))], default);
            }

            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Sets / (loop.Now - start).TotalSeconds:F0} SET/s"));
            Assert.That((await session.GetAsync([SampleAgent.Number], default))[0].Value.Number, Is.EqualTo(Sets));
        });
    }

    [Test]
    public void An_agent_answers_on_while_garbage_comes_at_full_rate()
    {
        using var host = new HostedAgent(SampleAgent.Settings(Bench), SampleAgent.Objects);
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = UdpPort.Open(loop, "manager", new IPEndPoint(IPAddress.Loopback, 0), host.Local);
            await using var vandal = UdpPort.Open(loop, "vandal", new IPEndPoint(IPAddress.Loopback, 0), host.Local);
            var session = new SnmpSession(loop, new SnmpSessionSettings { Agent = "rsu1", User = Bench, Timeout = TimeSpan.FromSeconds(2), Retries = 10 }, port);
            var random = new Random(7);
            var garbage = new byte[600];
            for (var i = 1; i <= 20; i++)
            {
                for (var burst = 0; burst < 500; burst++)
                {
                    random.NextBytes(garbage);
                    garbage[0] = 0x30;
                    vandal.Send(garbage.AsMemory(0, random.Next(1, garbage.Length)));
                }

                await session.SetAsync([new(SampleAgent.Number, SnmpValue.Integer32(i))], default);
            }

            Assert.That((await session.GetAsync([SampleAgent.Number], default))[0].Value.Number, Is.EqualTo(20));
        });
        Assert.That(host.Call(_ => host.Agent.Dropped), Is.GreaterThan(1000));
    }
}
