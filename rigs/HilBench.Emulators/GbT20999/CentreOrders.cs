using System.Collections.Immutable;
using HilBench.Wire.GbT20999;

namespace HilBench.Emulators.GbT20999;

/// <summary>The centre's orders (class 17): stage, plan and mode, kept until they are given back with 0.</summary>
internal sealed class CentreOrders(GbT20999Settings settings, ISignalProgram program)
{
    private const byte Stage = 2;
    private const byte Plan = 3;
    private const byte ModeKind = 4;

    private readonly bool _asTable = settings.Personalities.Contains(PersonalityTable.GbOrderTable);
    private readonly bool _hidden = settings.Personalities.Contains(PersonalityTable.GbOrdersHidden);
    private readonly bool _ignores = settings.Personalities.Contains(PersonalityTable.GbSetIgnored);
    private byte _stage;
    private byte _plan;
    private byte _mode;

    /// <summary>The mode in force.</summary>
    public GbRunMode Mode => program.Flashing ? GbRunMode.Flash
        : _mode != 0 ? (GbRunMode)_mode
        : _stage != 0 ? GbRunMode.CentreManual
        : _plan != 0 ? GbRunMode.CentreTimetable : GbRunMode.LocalActuated;

    /// <summary>Reads an order back.</summary>
    public ImmutableArray<byte>? Read(GbObjectId id) => _hidden ? null : KindOf(id) switch
    {
        Stage => [_stage],
        Plan => [_plan],
        ModeKind => [_mode],
        _ => null,
    };

    /// <summary>Why an order is refused; null when it can be followed.</summary>
    public GbErrorCode? Check(GbObjectId id, ImmutableArray<byte> data)
    {
        var kind = KindOf(id);
        return kind == 0 ? GbErrorCode.NotThere
            : data.Length != 1 ? GbErrorCode.WrongLength
            : kind switch
            {
                Stage => data[0] <= program.Stages.Length ? null : GbErrorCode.OutOfRange,
                Plan => data[0] == 0 || program.Plans.Contains(data[0]) ? null : GbErrorCode.OutOfRange,
                _ => CheckMode(data[0]),
            };
    }

    /// <summary>Follows an order that was checked.</summary>
    public void Follow(GbObjectId id, byte value)
    {
        if (_ignores)
        {
            return;
        }

        switch (KindOf(id))
        {
            case Stage:
                _stage = value;
                break;
            case Plan:
                _plan = value;
                break;
            default:
                _mode = value;
                if (value >> 4 == 2)
                {
                    (_stage, _plan) = (0, 0);
                }

                break;
        }

        program.Orders = new SignalOrders(_stage, _plan, _mode == (byte)GbRunMode.Flash, _mode == (byte)GbRunMode.AllRed);
    }

    private static GbErrorCode? CheckMode(byte mode) => mode switch
    {
        0 => null,
        (byte)GbRunMode.AllOff => GbErrorCode.ControlFailed, // the lamps behind it cannot be switched off
        >= (byte)GbRunMode.Centre and <= (byte)GbRunMode.CentreManual => null,
        >= (byte)GbRunMode.Local and <= (byte)GbRunMode.LocalManual => null,
        (byte)GbRunMode.Flash or (byte)GbRunMode.AllRed => null,
        _ => GbErrorCode.BadValue,
    };

    /// <summary>Which order a name stands for in the form that this controller has; 0 for none.</summary>
    private byte KindOf(GbObjectId id)
    {
        var (kind, other) = _asTable ? (id.Attribute, id.Item) : (id.Item, id.Attribute);
        var mine = id.Class == 17 && other <= 1 && kind is Stage or Plan or ModeKind;
        return mine && (!_asTable || other == 1) && (id.Element == settings.IntersectionId || (id.Element == 0 && !_asTable)) ? kind : (byte)0;
    }
}
