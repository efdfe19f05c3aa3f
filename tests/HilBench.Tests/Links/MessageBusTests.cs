using System.Text;
using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class MessageBusTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [TestCase("a/b", "a/b", true)]
    [TestCase("a/b", "a/b/c", false)]
    [TestCase("a/+/c", "a/b/c", true)]
    [TestCase("a/+/c", "a/b/d", false)]
    [TestCase("a/+", "a", false)]
    [TestCase("a/#", "a/b/c", true)]
    [TestCase("a/#", "a", true)]
    [TestCase("#", "a/b", true)]
    [TestCase("+/b", "/b", true)]
    [TestCase("#", "$SYS/uptime", false)]
    [TestCase("A/b", "a/b", false)]
    public void A_filter_matches_as_mqtt_says(string filter, string topic, bool matches) =>
        Assert.That(TopicFilter.Matches(filter, topic), Is.EqualTo(matches));

    [Test]
    public void A_broker_in_memory_delivers_to_all_subscribers_and_is_missed_when_it_is_gone()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var broker = new MemoryBroker(loop, TimeSpan.FromMilliseconds(2));
        var (one, two) = (broker.Connect("one"), broker.Connect("two"));
        var seen = new List<string>();
        one.Received = message => seen.Add($"one {message.Topic} {Encoding.ASCII.GetString(message.Payload.Span)} {(message.At.At - Noon).TotalMilliseconds}");
        two.ConnectionChanged = reason => seen.Add(reason ?? "back");
        one.Subscribe("a/+");
        loop.Run(async () =>
        {
            two.Publish("a/b", "x"u8.ToArray());
            two.Publish("b/b", "y"u8.ToArray());
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
            broker.Stop();
            Assert.That(
                () => two.Publish("a/b", "z"u8.ToArray()),
                Throws.TypeOf<LinkException>().With.Message.EqualTo("two: the message on a/b was not sent: the broker is not there."));
            broker.Start();
            await two.DisposeAsync();
        });

        Assert.That(seen, Is.EqualTo(["one a/b x 2", "the broker was stopped", "back"]));
    }

    [Test]
    [Category("Peer")]
    public void Mosquitto_carries_messages_both_ways_in_order()
    {
        using var mosquitto = new Mosquitto();
        OnLoop(async loop =>
        {
            await using var bus = MqttBus.Open(loop, "rsu1.cloud", new MqttBusSettings("127.0.0.1", mosquitto.Port, "hilbench-rsu1"));
            bus.Subscribe("down/+");
            await bus.WaitAsync(Limit);
            var subscription = mosquitto.Subscribe("up/#");
            for (var i = 0; i < 500; i++)
            {
                bus.Publish($"up/{i % 3}", Encoding.ASCII.GetBytes($"{i}"));
            }

            await subscription.WaitAsync(loop, line => line == $"up/{499 % 3} 499");
            Assert.That(subscription.Lines.Select(line => line.Split(' ')[1]), Is.EqualTo(Enumerable.Range(0, 500).Select(i => $"{i}")));
            var arrived = new TaskCompletionSource<BusMessage>();
            bus.Received = message => arrived.TrySetResult(message);
            mosquitto.Publish("down/x", "{\"a\":1}");
            var received = await arrived.Task.WaitAsync(Limit, loop.Time);
            Assert.That((received.Topic, Encoding.ASCII.GetString(received.Payload.Span)), Is.EqualTo(("down/x", "{\"a\":1}")));
            Assert.That(bus.Lost, Is.Zero);
        });
    }

    [Test]
    [Category("Peer")]
    public void Mosquitto_killed_in_mid_run_is_told_and_found_again_when_it_is_back()
    {
        using var mosquitto = new Mosquitto();
        OnLoop(async loop =>
        {
            await using var bus = MqttBus.Open(loop, "rsu1.cloud", new MqttBusSettings("127.0.0.1", mosquitto.Port, "hilbench-rsu1"));
            bus.Subscribe("down/#");
            await bus.WaitAsync(Limit);
            var changes = new List<string?>();
            var gone = new TaskCompletionSource();
            var back = new TaskCompletionSource();
            bus.ConnectionChanged = reason =>
            {
                changes.Add(reason);
                (reason is null ? back : gone).TrySetResult();
            };
            mosquitto.Kill();
            await gone.Task.WaitAsync(Limit, loop.Time);
            Assert.That(changes[0], Does.StartWith($"rsu1.cloud: the MQTT broker hilbench-rsu1 at 127.0.0.1:{mosquitto.Port} has gone: "));
            Assert.That(() => bus.Publish("up", "1"u8.ToArray()), Throws.TypeOf<LinkException>().With.Message.Contains("the message on up was not sent"));
            await Task.Delay(TimeSpan.FromMilliseconds(600), loop.Time);
            mosquitto.Start();
            await back.Task.WaitAsync(Limit, loop.Time);
            var arrived = new TaskCompletionSource();
            bus.Received = _ => arrived.TrySetResult();
            mosquitto.Publish("down/again", "1");
            await arrived.Task.WaitAsync(Limit, loop.Time);
            Assert.That(bus.Connections, Is.EqualTo(2));
        });
    }

    [Test]
    [Category("Peer")]
    public void Mosquitto_takes_the_right_password_and_a_wrong_one_is_told_without_printing_it()
    {
        using var mosquitto = new Mosquitto("bench", "open sesame");
        OnLoop(async loop =>
        {
            var settings = new MqttBusSettings("127.0.0.1", mosquitto.Port, "hilbench-rsu1") { User = "bench", Password = "open sesame" };
            await using (var bus = MqttBus.Open(loop, "rsu1.cloud", settings))
            {
                await bus.WaitAsync(Limit);
            }

            await using var wrong = MqttBus.Open(loop, "rsu1.cloud", settings with { Password = "wrong word", Timeout = TimeSpan.FromSeconds(2) });
            await Assert.ThatAsync(
                () => wrong.WaitAsync(TimeSpan.FromSeconds(3)),
                Throws.TypeOf<LinkException>().With.Message.Contains("user and password").And.Message.Contains("as bench").And.Message.Not.Contains("wrong word"));
            Assert.That($"{settings}", Does.Not.Contain("sesame"));
        });
    }

    [Test]
    public void A_broker_that_is_not_there_is_told_with_what_to_check()
    {
        OnLoop(async loop =>
        {
            await using var bus = MqttBus.Open(loop, "rsu1.cloud", new MqttBusSettings("127.0.0.1", 1, "hilbench-rsu1"));
            await Assert.ThatAsync(
                () => bus.WaitAsync(TimeSpan.FromSeconds(1)),
                Throws.TypeOf<LinkException>().With.Message.StartsWith("rsu1.cloud: no connection to the MQTT broker hilbench-rsu1 at 127.0.0.1:1 within 1 s: ").And.Message.Contains("refused"));
        });
    }

    private static void OnLoop(Func<EventLoop, Task> body)
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(() => body(loop));
    }
}
