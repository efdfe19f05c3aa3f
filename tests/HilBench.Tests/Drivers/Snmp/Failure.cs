using HilBench.Drivers.Snmp;

namespace HilBench.Tests.Drivers.Snmp;

/// <summary>Waits for a request that must fail.</summary>
internal static class Failure
{
    public static async Task<SnmpException> Of(Task task)
    {
        try
        {
            await task;
        }
        catch (SnmpException exception)
        {
            return exception;
        }

        throw new AssertionException("The request was expected to fail.");
    }
}
