namespace HilBench.Wire.UpperTester;

/// <summary>A message of the Upper Tester: a request, an answer or an event. A profile (<see cref="UpperTesterProfile"/>) gives it its octets.</summary>
/// <param name="Type">Which message it is.</param>
public abstract record UpperTesterMessage(UpperTesterMessageType Type)
{
    /// <summary>Which answer a request has; null for what is no request.</summary>
    public UpperTesterMessageType? AnswerType => Type switch
    {
        UpperTesterMessageType.Initialize => UpperTesterMessageType.InitializeResult,
        UpperTesterMessageType.ChangePosition => UpperTesterMessageType.ChangePositionResult,
        UpperTesterMessageType.ChangePseudonym => UpperTesterMessageType.ChangePseudonymResult,
        UpperTesterMessageType.DenmTrigger => UpperTesterMessageType.DenmTriggerResult,
        UpperTesterMessageType.DenmUpdate => UpperTesterMessageType.DenmUpdateResult,
        UpperTesterMessageType.DenmTermination => UpperTesterMessageType.DenmTerminationResult,
        >= UpperTesterMessageType.GnUnicast and <= UpperTesterMessageType.GnMultiHop => UpperTesterMessageType.GnResult,
        UpperTesterMessageType.BtpA or UpperTesterMessageType.BtpB => UpperTesterMessageType.BtpResult,
        UpperTesterMessageType.CamState or (>= UpperTesterMessageType.CamCurvature and <= UpperTesterMessageType.CamLightBarSiren) => UpperTesterMessageType.CamResult,
        _ => null,
    };

    /// <summary>Name of the message in profile tables, for example <c>denm-trigger</c>.</summary>
    public string Name => MessageTable.NameOf(Type);

    /// <summary>Puts the message's values under their names.</summary>
    internal abstract void Write(FieldValues values);
}
