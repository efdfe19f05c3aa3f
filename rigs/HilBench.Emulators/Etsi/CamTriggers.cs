using HilBench.Asn1;
using HilBench.Wire.UpperTester;

namespace HilBench.Emulators.Etsi;

/// <summary>Puts what the Upper Tester says of CAMs into the station's state.</summary>
internal static class CamTriggers
{
    private const int GreatestStationType = 255;
    private const int GreatestRole = 15;
    private const int GreatestClassOfGoods = 19;

    /// <summary>Applies a trigger.</summary>
    /// <returns>Whether the value is one that a CAM can have.</returns>
    public static bool Apply(CamTrigger trigger, StationState state)
    {
        switch (trigger.Type)
        {
            case UpperTesterMessageType.CamState:
                state.SendsCams = trigger.Value != 0;
                return true;
            case UpperTesterMessageType.CamSpeed:
                return Adjust(state.Speed, trigger);
            case UpperTesterMessageType.CamHeading:
                return Adjust(state.Heading, trigger);
            case UpperTesterMessageType.CamCurvature:
                return Adjust(state.Curvature, trigger);
            case UpperTesterMessageType.CamYawRate:
                return Adjust(state.YawRate, trigger);
            case UpperTesterMessageType.CamAccelerationControl:
                state.AccelerationControl = BitString.FromNumber((ulong)trigger.Value, 7);
                return true;
            case UpperTesterMessageType.CamExteriorLights:
                state.ExteriorLights = BitString.FromNumber((ulong)trigger.Value, 8);
                return true;
            case UpperTesterMessageType.CamLightBarSiren:
                state.LightBarSiren = BitString.FromNumber((ulong)trigger.Value, 2);
                return true;
            case UpperTesterMessageType.CamEmbarkationStatus:
                state.Embarkation = trigger.Value != 0;
                return true;
            case UpperTesterMessageType.CamDriveDirection when trigger.Value <= 2:
                state.DriveDirection = trigger.Value;
                return true;
            case UpperTesterMessageType.CamStationType when trigger.Value <= GreatestStationType:
                state.StationType = trigger.Value;
                return true;
            case UpperTesterMessageType.CamVehicleRole when trigger.Value <= GreatestRole:
                state.VehicleRole = trigger.Value;
                return true;
            case UpperTesterMessageType.CamDangerousGoods when trigger.Value <= GreatestClassOfGoods:
                state.DangerousGoods = trigger.Value;
                return true;
            default:
                return false;
        }
    }

    private static bool Adjust(Adjustable quantity, CamTrigger trigger)
    {
        if (trigger.IsChange)
        {
            quantity.Add(trigger.Value);
        }
        else
        {
            quantity.Set(trigger.Value);
        }

        return true;
    }
}
