using HilBench.Testing;
using NUnit.Framework;

namespace HilBench.Certification.RsuSpecification41;

/// <summary>USDOT RSU Specification 4.1: messages handed over by UDP for immediate forwarding.</summary>
[TestFixture]
[Rig]
internal sealed class ImmediateForward
{
    [TestPurpose("US-RSU-013")]
    public void A_message_is_on_the_air_within_50_ms(PurposeUnderTest purpose) => purpose.Verify();
}
