using System.Buffers;
using System.Globalization;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Protocol;

namespace HilBench.Links;

/// <summary>
/// A client of an MQTT broker (3.1.1). It connects by itself, again and again with growing pauses, and subscribes anew each time; what cannot be
/// sent is told to who wanted to send it, or counted when it is lost on its way: nothing is lost silently.
/// </summary>
public sealed class MqttBus : IMessageBus
{
    /// <summary>Messages that may wait for the broker.</summary>
    public const int MostWaiting = 10_000;

    private readonly EventLoop _loop;
    private readonly MqttBusSettings _settings;
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly CancellationTokenSource _end = new();
    private readonly List<string> _filters = [];
    private readonly Channel<MqttApplicationMessage> _outbox = Channel.CreateBounded<MqttApplicationMessage>(MostWaiting);
    private readonly TaskCompletionSource _first = new();
    private readonly Task _connecting;
    private readonly Task _sending;
    private TaskCompletionSource? _gone;
    private string _trouble = "it has not connected yet";
    private int _lost;

    private MqttBus(EventLoop loop, string name, MqttBusSettings settings)
    {
        _loop = loop;
        _settings = settings;
        Name = name;
        _client.ApplicationMessageReceivedAsync += Arrive;
        _client.DisconnectedAsync += args => Disconnected(args.Exception?.Message ?? args.ReasonString ?? args.Reason.ToString());
        _connecting = KeepConnectedAsync();
        _sending = Task.Run(SendAsync);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool Connected { get; private set; }

    /// <summary>Messages that were taken here and that the broker did not take.</summary>
    public int Lost => Volatile.Read(ref _lost);

    /// <summary>How often a connection was made.</summary>
    public int Connections { get; private set; }

    /// <inheritdoc/>
    public Action<string?>? ConnectionChanged { get; set; }

    /// <inheritdoc/>
    public Action<BusMessage>? Received { get; set; }

    /// <summary>Starts a client; it connects in the background. Call it on the event loop.</summary>
    /// <param name="loop">Loop on which the listeners are called; on the wall clock.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="settings">Where the broker is.</param>
    public static MqttBus Open(EventLoop loop, string name, MqttBusSettings settings) => new(loop, name, settings);

    /// <summary>Waits for the first connection.</summary>
    /// <param name="limit">How long.</param>
    /// <exception cref="LinkException">The broker is not there, or refuses the client; the message says why.</exception>
    public async Task WaitAsync(TimeSpan limit)
    {
        try
        {
            await _first.Task.WaitAsync(limit, _loop.Time);
        }
        catch (TimeoutException exception)
        {
            throw new LinkException(
                $"{Name}: no connection to the MQTT broker {_settings} within {limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s: {_trouble}. Check that it runs, host and port, and user and password.",
                exception);
        }
    }

    /// <inheritdoc/>
    public void Subscribe(string filter)
    {
        _filters.Add(filter);
        if (Connected)
        {
            _ = SubscribeLateAsync(filter);
        }
    }

    /// <inheritdoc/>
    public Stamp Publish(string topic, ReadOnlyMemory<byte> payload)
    {
        if (!Connected)
        {
            throw new LinkException($"{Name}: the message on {topic} was not sent: the MQTT broker {_settings} is not there ({_trouble}).");
        }

        var message = new MqttApplicationMessageBuilder()
            .WithTopic(topic)
            .WithPayload(payload.ToArray())
            .WithQualityOfServiceLevel(Quality)
            .Build();
        var stamp = new Stamp(_loop.Now, StampSource.UserSpace);
        return _outbox.Writer.TryWrite(message)
            ? stamp
            : throw new LinkException($"{Name}: the message on {topic} was not sent: {MostWaiting} messages wait for the MQTT broker {_settings} already.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested)
        {
            return;
        }

        Connected = false;
        _outbox.Writer.Complete();
        // What waits still goes out, for as long as one message may take.
        await Task.WhenAny(_sending, Task.Delay(_settings.Timeout, _loop.Time));
        await _end.CancelAsync();
        _gone?.TrySetResult();
        await _connecting;
        try
        {
            using var limit = new CancellationTokenSource(_settings.Timeout, _loop.Time);
            await _client.DisconnectAsync(new MqttClientDisconnectOptionsBuilder().Build(), limit.Token);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The broker has gone already: there is nothing to take leave of.
        }

        _client.Dispose();
        _end.Dispose();
    }

    private MqttQualityOfServiceLevel Quality => _settings.AtLeastOnce ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce;

    private async Task KeepConnectedAsync()
    {
        var backoff = _settings.FirstBackoff;
        while (!_end.IsCancellationRequested)
        {
            _gone = new TaskCompletionSource();
            if (await TryConnectAsync())
            {
                backoff = _settings.FirstBackoff;
                await _gone.Task;
                continue;
            }

            try
            {
                await Task.Delay(backoff, _loop.Time, _end.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            backoff = backoff * 2 < _settings.LongestBackoff ? backoff * 2 : _settings.LongestBackoff;
        }
    }

    private async Task<bool> TryConnectAsync()
    {
        var options = new MqttClientOptionsBuilder()
            .WithTcpServer(_settings.Host, _settings.Port)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V311)
            .WithClientId(_settings.ClientId)
            .WithKeepAlivePeriod(_settings.KeepAlive)
            .WithTimeout(_settings.Timeout)
            .WithCleanSession();
        if (_settings.User is not null)
        {
            options = options.WithCredentials(_settings.User, _settings.Password ?? "");
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            limit.CancelAfter(_settings.Timeout);
            var result = await _client.ConnectAsync(options.Build(), limit.Token);
            if (result.ResultCode != MqttClientConnectResultCode.Success)
            {
                _trouble = $"the broker refused the client: {result.ResultCode}";
                return false;
            }

            await SubscribeAsync(_filters);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever keeps it from connecting: it is told, and tried again.
            _trouble = _end.IsCancellationRequested ? "it was closed" : exception.GetBaseException().Message;
            return false;
        }

        Connected = true;
        Connections++;
        ConnectionChanged?.Invoke(null);
        _first.TrySetResult();
        if (!_client.IsConnected)
        {
            // Gone again before it was noticed here.
            Lose("it closed the connection at once");
        }

        return true;
    }

    private async Task SubscribeLateAsync(string filter)
    {
        try
        {
            await SubscribeAsync([filter]);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The connection is lost with it; the next one subscribes to all filters.
            _trouble = exception.GetBaseException().Message;
        }
    }

    private async Task SubscribeAsync(IEnumerable<string> filters)
    {
        foreach (var filter in filters.ToArray())
        {
            await _client.SubscribeAsync(
                new MqttClientSubscribeOptionsBuilder().WithTopicFilter(filter, Quality).Build(), _end.Token);
        }
    }

    private void Lose(string reason)
    {
        Connected = false;
        _trouble = reason;
        ConnectionChanged?.Invoke($"{Name}: the MQTT broker {_settings} has gone: {reason}");
        _gone?.TrySetResult();
    }

    private Task Disconnected(string reason)
    {
        _loop.Post(
            _ =>
            {
                if (Connected)
                {
                    Lose(reason);
                }
            },
            null);
        return Task.CompletedTask;
    }

    private Task Arrive(MqttApplicationMessageReceivedEventArgs args)
    {
        var message = new BusMessage(
            args.ApplicationMessage.Topic, args.ApplicationMessage.Payload.ToArray(), new Stamp(_loop.Now, StampSource.UserSpace));
        _loop.Post(_ => Received?.Invoke(message), null);
        return Task.CompletedTask;
    }

    private async Task SendAsync()
    {
        await foreach (var message in _outbox.Reader.ReadAllAsync())
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
                limit.CancelAfter(_settings.Timeout);
                var result = await _client.PublishAsync(message, limit.Token);
                if (!result.IsSuccess)
                {
                    Interlocked.Increment(ref _lost);
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Interlocked.Increment(ref _lost);
            }
        }
    }
}
