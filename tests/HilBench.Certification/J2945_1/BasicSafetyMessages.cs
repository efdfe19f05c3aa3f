using HilBench.Testing;
using NUnit.Framework;

namespace HilBench.Certification.J2945_1;

/// <summary>SAE J2945/1: the BSMs of an on-board unit.</summary>
[TestFixture]
[Rig]
internal sealed class BasicSafetyMessages
{
    [TestPurpose("US-BSM-002")]
    public void Core_data_elements_are_inside_their_ranges(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-BSM-004")]
    public void BSMs_leave_every_100_ms(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-BSM-006")]
    public void The_message_count_goes_up_by_one_and_the_temporary_id_stays(PurposeUnderTest purpose) => purpose.Verify();
}
