using System.Globalization;
using System.Text;
using HilBench.Asn1;
using HilBench.Wire.Nmea;
using HilBench.Wire.Tci;

namespace HilBench.Emulators.Tci;

/// <summary>Control of the unit itself: who it is, which test runs, and where it believes to be.</summary>
internal sealed class UnitControl(TciSettings settings, ITestableUnit unit, BsmControl bsm)
{
    private const int LatitudeUnavailable = 900_000_001;
    private const int LongitudeUnavailable = 1_800_000_001;
    private const int SpeedUnavailable = 8191;
    private const int HeadingUnavailable = 28_800;
    private const int ElevationUnavailable = -4096;

    private string _testId = string.Empty;
    private double? _latitude;
    private double? _longitude;
    private double _elevation;
    private double _speed;
    private double? _heading;

    public bool IsShutDown { get; private set; }

    public TCISutControl Do(TCISutControlRequest request)
    {
        switch (request.Value)
        {
            case RequestSutInfoValue:
                return Info(request.MessageId, new InfoContent.SutInfo(new SutInfo
                {
                    ModelName = settings.Model,
                    VersionInfo = [new VersionInfoBlockItem { ComponentType = VersionInfoBlockItemComponentTypeValues.Firmware, VersionId = settings.Firmware }],
                }));
            case RequestSutStatusValue:
                var status = string.Create(CultureInfo.InvariantCulture, $"test={_testId};transmits={unit.Transmits};receiver={unit.UsesReceiver}");
                return Info(request.MessageId, new InfoContent.SutStatus(new OctetString(Encoding.UTF8.GetBytes(status))));
            default:
                var refusal = Set(request.Value);
                return new TCISutControl.Response(new Response
                {
                    MsgID = request.MessageId,
                    ResultCode = refusal is null ? ResultCode.RcSuccess : ResultCode.RcFailure,
                    Exception = refusal is null ? null : Refusals.Refuse(ExceptionId.IncorrectParameterValue, refusal),
                });
        }
    }

    private string? Set(IAsn1Type value)
    {
        switch (value)
        {
            case ShutdownValue:
                Reset();
                IsShutDown = true;
                return null;
            case RestartValue:
                Reset();
                return null;
            case RequestSutAvailabilityValue:
                return null;
            case SetTestIdValue test:
                _testId = test.Value;
                return null;
            case EnableGpsInputValue input:
                (_latitude, _longitude, _elevation, _speed, _heading) = (null, null, 0, 0, null);
                unit.UsesReceiver = input.Value;
                return Place();
            default:
                return Move(value);
        }
    }

    /// <summary>Takes a part of the position. It counts while the receiver's input is disabled.</summary>
    private string? Move(IAsn1Type value)
    {
        if (unit.UsesReceiver && value is Latitude or SetLongitudeValue or SetElevationValue or SetSpeedValue or SetHeadingValue)
        {
            return "the position comes from the receiver; send enableGpsInput FALSE first";
        }

        switch (value)
        {
            case Latitude { Lat: not LatitudeUnavailable } latitude:
                _latitude = latitude.Lat / 1e7;
                return Place();
            case SetLongitudeValue { Value: not LongitudeUnavailable } longitude:
                _longitude = longitude.Value / 1e7;
                return Place();
            case SetElevationValue { Value: not ElevationUnavailable } elevation:
                _elevation = elevation.Value / 10.0;
                return Place();
            case SetSpeedValue { Value: not SpeedUnavailable } speed:
                _speed = speed.Value / 50.0;
                return Place();
            case SetHeadingValue heading:
                _heading = heading.Value == HeadingUnavailable ? null : heading.Value / 80.0;
                return Place();
            default:
                return $"this unit cannot take {value.GetType().Name}, or not 'unavailable'";
        }
    }

    /// <summary>There is a position as soon as latitude and longitude are known.</summary>
    private string? Place()
    {
        unit.Position = _latitude is { } latitude && _longitude is { } longitude
            ? new GnssFix(DateTimeOffset.UnixEpoch, latitude, longitude, _elevation, 0, _speed, _heading)
            : null;
        return null;
    }

    private void Reset()
    {
        _testId = string.Empty;
        bsm.Reset();
    }

    private static TCISutControl.ResponseInfo Info(int id, InfoContent content) =>
        new(new ResponseInfo { MsgID = id, ResultCode = ResultCode.RcSuccess, Info = content });
}
