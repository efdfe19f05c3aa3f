using HilBench.Wire.Tci;
using TciException = HilBench.Wire.Tci.Exception;

namespace HilBench.Drivers.Tci;

/// <summary>A device's answer, whichever frame it came in.</summary>
/// <param name="MessageId">Number of the request that it answers.</param>
/// <param name="Result">Whether the device says that it is done.</param>
/// <param name="Info">What it states.</param>
/// <param name="Exception">Why not, or what else it has to say.</param>
internal sealed record TciAnswer(int MessageId, ResultCode Result, InfoContent? Info, TciException? Exception)
{
    /// <summary>The answer in a frame; null for a frame that answers nothing.</summary>
    public static TciAnswer? Of(Frame frame) => frame switch
    {
        Frame.SutCtrl { Value: TCISutControl.Response { Value: var response } } => Of(response),
        Frame.SutCtrl { Value: TCISutControl.ResponseInfo { Value: var info } } => new TciAnswer(info.MsgID, info.ResultCode, info.Info, info.Exception),
        Frame.D29451 { Value: TCI29451.Response { Value: var response } } => Of(response),
        Frame.D31611 { Value: TCI31611.Response { Value: var response } } => Of(response),
        _ => null,
    };

    /// <summary>The exception in a frame that is nothing else; null for another frame.</summary>
    public static TciException? FaultOf(Frame frame) => frame switch
    {
        Frame.SutCtrl { Value: TCISutControl.Exception { Value: var fault } } => fault,
        Frame.D29451 { Value: TCI29451.Exception { Value: var fault } } => fault,
        Frame.D31611 { Value: TCI31611.Exception { Value: var fault } } => fault,
        _ => null,
    };

    /// <summary>The indication in a frame; null for another frame.</summary>
    public static Indication? IndicationOf(Frame frame) => frame switch
    {
        Frame.D29451 { Value: TCI29451.Indication { Value: var indication } } => indication,
        Frame.D31611 { Value: TCI31611.Indication { Value: var indication } } => indication,
        _ => null,
    };

    private static TciAnswer Of(Response response) => new(response.MsgID, response.ResultCode, Info: null, response.Exception);
}
