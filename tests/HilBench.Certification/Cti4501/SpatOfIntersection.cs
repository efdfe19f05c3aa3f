using HilBench.Testing;
using NUnit.Framework;

namespace HilBench.Certification.Cti4501;

/// <summary>CTI 4501: SPaT and MAP of an intersection, and the controller that feeds it.</summary>
[TestFixture]
[Rig]
internal sealed class SpatOfIntersection
{
    [TestPurpose("US-CI-001")]
    public void SPaTs_are_broadcast_at_10_Hz(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-CI-002")]
    public void The_controller_feeds_at_10_Hz_without_gaps(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-CI-003")]
    public void A_signal_change_is_on_the_air_within_300_ms(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-CI-008")]
    public void SPaT_and_MAP_have_the_same_signal_groups(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-CI-009")]
    public void Revisions_change_exactly_with_content(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-CI-010")]
    public void The_earliest_end_never_moves_earlier(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-CI-013")]
    public void Signal_states_follow_one_another_legally(PurposeUnderTest purpose) => purpose.Verify();

    [TestPurpose("US-CI-014")]
    public void Protected_movements_have_no_conflict(PurposeUnderTest purpose) => purpose.Verify();
}
