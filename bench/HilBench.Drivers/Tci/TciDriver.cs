using System.Collections.Immutable;
using HilBench.Asn1;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Nmea;
using HilBench.Wire.Tci;

namespace HilBench.Drivers.Tci;

/// <summary>Speaks OmniAir's Test Control Interface, version 3, to a device: states, BSMs on and off, positions, and the BSMs that it receives.</summary>
public sealed class TciDriver : ITestControl, IAttestable
{
    private readonly TciAgreement _agreement;
    private readonly TciSession _session;

    /// <summary>Connects the driver.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="plan">What the rig file says of the device.</param>
    /// <param name="port">The bench's end of the link to UDP port 13001 of the device.</param>
    /// <param name="agreement">Encoding, standard and patience.</param>
    public TciDriver(EventLoop loop, DevicePlan plan, IDatagramPort port, TciAgreement agreement)
    {
        Plan = plan;
        _agreement = agreement;
        _session = new TciSession(loop, port, agreement);
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    /// <summary>Called on the event loop for each event that the device tells of.</summary>
    public Action<Indication>? Indicated
    {
        get => _session.Indicated;
        set => _session.Indicated = value;
    }

    /// <summary>Answers so far that came later than the 50 ms that the interface allows.</summary>
    public int LateAnswers => _session.LateAnswers;

    /// <summary>What came so far and answers nothing that was asked, or could not be read.</summary>
    public int Unexpected => _session.Unexpected;

    /// <summary>What the device states of itself.</summary>
    /// <exception cref="RigException">The device did not answer, refused, or answered with something else.</exception>
    public async Task<SutInfo> IdentifyAsync(CancellationToken cancellation)
    {
        var answer = await ControlAsync("requestSutInfo", MsgIDValues.RequestSutInfo, new RequestSutInfoValue(Value: true), cancellation);
        return answer.Info is InfoContent.SutInfo { Value: var info }
            ? info
            : throw new TciRequestException($"{Plan.Name}: requestSutInfo was answered without the device's information; found {answer.Info?.GetType().Name ?? "nothing"}.");
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation)
    {
        var info = await IdentifyAsync(cancellation);
        return
        [
            new ConfigurationItem("TCI model", info.ModelName ?? "not stated"),
            .. info.VersionInfo.Select(item => new ConfigurationItem($"TCI component {ComponentName(item.ComponentType)}", item.VersionId)),
        ];
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(string testId, CancellationToken cancellation)
    {
        IAsn1Type value = _agreement.Standard == TciStandard.J29451 ? new TCI29451SetInitialStateValue(Value: true) : new TCI31611SetInitialStateValue(Value: true);
        await BsmAsync("setInitialState", MsgIDValues.SetInitialState, value, cancellation);
        await ControlAsync("setTestId", MsgIDValues.SetTestId, new SetTestIdValue(testId), cancellation);
    }

    /// <inheritdoc/>
    public async Task TransmitAsync(bool enabled, CancellationToken cancellation)
    {
        var (psid, radio) = (TciMessages.Psid(Psid.VehicleSafety.Value), new RadioInterface { Radio = Radio.Radio0 });
        if (enabled)
        {
            await BsmAsync("startBsmTx", MsgIDValues.StartBsmTx, new TCIWsmStartWsmTx { Psid = psid, Radio = radio }, cancellation);
        }
        else
        {
            await BsmAsync("stopBsmTx", MsgIDValues.StopBsmTx, new StopWsmTx { Psid = psid, Radio = radio }, cancellation);
        }
    }

    /// <summary>Has the device tell of the BSMs that it receives, or tell no more; see <see cref="Indicated"/>.</summary>
    /// <param name="on">Whether it tells.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RigException">The device did not answer or refused.</exception>
    public async Task TellReceivedAsync(bool on, CancellationToken cancellation)
    {
        const int RxFlags = 3;
        const int EventFlags = 8;
        var (psid, radio) = (TciMessages.Psid(Psid.VehicleSafety.Value), new RadioInterface { Radio = Radio.Radio0 });
        if (on)
        {
            var handling = new EventHandling
            {
                RxFlag = BitString.Of(RxFlags, RxFlagBits.RecvPsidMatch, RxFlagBits.IncludePdu, RxFlagBits.IncludePduParam),
                EventFlag = BitString.Of(EventFlags, EventFlagBits.EWSM),
                ForwardPdu = PduType.D16093payload,
            };
            await BsmAsync("startBsmRx", MsgIDValues.StartBsmRx, new StartWsmRx { Psid = psid, Radio = radio, EventHandling = handling }, cancellation);
        }
        else
        {
            await BsmAsync("stopBsmRx", MsgIDValues.StopBsmRx, new StopWsmRx { Psid = psid, Radio = radio }, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task PlaceAsync(GnssFix? position, CancellationToken cancellation)
    {
        await ControlAsync("enableGpsInput", MsgIDValues.EnableGpsInput, new EnableGpsInputValue(position is null), cancellation);
        if (position is null)
        {
            return;
        }

        var latitude = new Latitude { Fill = BitString.FromNumber(0, 1), Lat = Scale(position.Latitude, 1e7) };
        await ControlAsync("setLatitude", MsgIDValues.SetLatitude, latitude, cancellation);
        await ControlAsync("setLongitude", MsgIDValues.SetLongitude, new SetLongitudeValue(Scale(position.Longitude, 1e7)), cancellation);
        await ControlAsync("setElevation", MsgIDValues.SetElevation, new SetElevationValue(Scale(position.EllipsoidHeightMetres, 10)), cancellation);
        await ControlAsync("setSpeed", MsgIDValues.SetSpeed, new SetSpeedValue(Scale(position.SpeedMetresPerSecond, 50)), cancellation);
        if (position.CourseDegrees is { } course)
        {
            await ControlAsync("setHeading", MsgIDValues.SetHeading, new SetHeadingValue(Scale(course, 80) % 28_800), cancellation);
        }
    }

    private Task<TciAnswer> ControlAsync(string what, int id, IAsn1Type value, CancellationToken cancellation) =>
        _session.AskAsync(what, id, new Frame.SutCtrl(new TCISutControl.Request(new TCISutControlRequest { MessageId = id, Value = value })), cancellation);

    private Task<TciAnswer> BsmAsync(string what, int id, IAsn1Type value, CancellationToken cancellation) => _session.AskAsync(
        what,
        id,
        _agreement.Standard == TciStandard.J29451
            ? new Frame.D29451(new TCI29451.Request(new TCI29451Request { MessageId = id, Value = value }))
            : new Frame.D31611(new TCI31611.Request(new TCI31611Request { MessageId = id, Value = value })),
        cancellation);

    private static string ComponentName(long component) => component switch
    {
        VersionInfoBlockItemComponentTypeValues.Hardware => "hardware",
        VersionInfoBlockItemComponentTypeValues.Firmware => "firmware",
        VersionInfoBlockItemComponentTypeValues.Software => "software",
        VersionInfoBlockItemComponentTypeValues.Tciapp => "tciapp",
        VersionInfoBlockItemComponentTypeValues.Radio => "radio",
        _ => $"{component}",
    };

    private static int Scale(double value, double unitsPerOne) => (int)Math.Round(value * unitsPerOne, MidpointRounding.AwayFromZero);
}
