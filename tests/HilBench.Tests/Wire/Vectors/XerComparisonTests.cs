using System.Globalization;
using System.Xml.Linq;
using HilBench.Asn1;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Wire.Vectors;

/// <summary>The comparison that the vectors are judged by must notice every kind of difference.</summary>
internal sealed class XerComparisonTests
{
    private const string Frame =
        "<MessageFrame><messageId>19</messageId><value><SPAT><name>a b</name><intersections><IntersectionState><id><id>7</id></id>"
        + "<revision>1</revision><status>0000 0100\n00000000</status><states><MovementState><signalGroup>2</signalGroup><state-time-speed>"
        + "<MovementEvent><eventState><stop-And-Remain/></eventState></MovementEvent></state-time-speed></MovementState></states>"
        + "</IntersectionState></intersections></SPAT></value></MessageFrame>";

    [Test]
    public void Equal_values_have_no_differences() => Assert.That(XerComparison.Differences(Frame, Tree()), Is.Empty);

    [TestCase("<messageId>19</messageId>", "<messageId>18</messageId>")]
    [TestCase("<SPAT>", "<MapData>")]
    [TestCase("a b", "ab")]
    [TestCase("<revision>1</revision>", "")]
    [TestCase("<revision>1</revision>", "<revision>1</revision><moy>5</moy>")]
    [TestCase("0000 0100", "0000 0101")]
    [TestCase("stop-And-Remain", "dark")]
    [TestCase("<signalGroup>", "<signalGroupID>")]
    [TestCase("</MovementState>", "</MovementState><MovementState><signalGroup>3</signalGroup></MovementState>")]
    public void A_difference_is_told(string from, string to)
    {
        var changed = Frame.Replace(from, to, StringComparison.Ordinal).Replace(from.Replace("<", "</", StringComparison.Ordinal), to.Replace("<", "</", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.That(changed, Is.Not.EqualTo(Frame));
        Assert.That(XerComparison.Differences(changed, Tree()), Is.Not.Empty);
    }

    [Test]
    public void A_change_of_any_single_leaf_of_any_public_vector_is_told()
    {
        var random = new Random(1);
        var schema = VectorSchema.Of<MessageFrame>();
        foreach (var vector in MessageVector.ReadAll("j2735_public.csv").Where(vector => vector.IsFramed))
        {
            var xer = XDocument.Parse(vector.Expected, LoadOptions.PreserveWhitespace);
            var leaves = xer.Descendants().Where(element => !element.HasElements && element.Value.Length > 0).ToArray();
            var leaf = leaves[random.Next(leaves.Length)];
            leaf.Value = string.Create(CultureInfo.InvariantCulture, $"1{leaf.Value}");

            Assert.That(XerComparison.Differences(xer.ToString(SaveOptions.DisableFormatting), schema.Decode(vector).Tree), Is.Not.Empty, $"{vector.Id}: {leaf.Name}");
        }
    }

    private static DecodeNode Tree()
    {
        var frame = new MessageFrame
        {
            MessageId = DSRCmsgIDValues.SignalPhaseAndTimingMessage,
            Value = new SPAT
            {
                Name = "a b",
                Intersections =
                [
                    new IntersectionState
                    {
                        Id = new IntersectionReferenceID { Id = 7 },
                        Revision = 1,
                        Status = BitString.Of(16, IntersectionStatusObjectBits.FixedTimeOperation),
                        States = [new MovementState { SignalGroup = 2, StateTimeSpeed = [new MovementEvent { EventState = MovementPhaseState.StopAndRemain }] }],
                    },
                ],
            },
        };
        var tree = new DecodeTree();
        MessageFrame.Decode(frame.Encode(), tree);
        return tree.Root!;
    }
}
