using System.Text;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Wire.Snmp;

/// <summary>Keys, codes and ciphers against what others published or sent.</summary>
internal sealed class UsmVectorTests
{
    // A GET of sysUpTime.0 by net-snmp 5.9.3: user bench, SHA-512, AES-256.
    private const string GoldenRequest =
        "3081AD020103301102043B1264C7020300FFE3040107020103045E305C041180001F888048718431198B036B00000000"
        + "020101020104040562656E636804305F87E300D6C9300C679539AFD03EE436051991CD7E9653EFDF952E32006B774F45"
        + "E9B39A30754F2D1406B6D2DF1AF04C0408373A539F1386ECC70435041940BEDFC032B9F090655C144D1BEAEF59186C3E"
        + "5E6DFCFA74B32E3AA2F9DAFE5C484832410EF70CE3B467AFE9B4643321EB2FAD";

    private static readonly UsmUser Bench = new(
        "bench", UsmAuthentication.Sha512, new Secret("authpass123"), UsmPrivacy.Aes256, new Secret("privpass123"));

    // RFC 3414 A.3.1 and A.3.2: password maplesyrup, engine 00…02.
    [TestCase(UsmAuthentication.Md5, "526F5EED9FCCE26F8964C2930787D82B")]
    [TestCase(UsmAuthentication.Sha1, "6695FEBC9288E36282235FC7151F128497B38F3F")]
    public void Passwords_become_the_keys_of_RFC_3414(UsmAuthentication authentication, string key)
    {
        var engine = new EngineId([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
        var ours = UsmKeyDerivation.Localize(authentication, UsmKeyDerivation.OfPassword(authentication, "maplesyrup"u8), engine);

        Assert.That(Convert.ToHexString(ours), Is.EqualTo(key));
    }

    // FIPS 180-4's examples, the last of which pads into a second block, and two lengths at the padding's edge by Python's hashlib.
    [TestCase("", "D14A028C2A3A2BC9476102BB288234C415A2B01F828EA62AC5B3E42F")]
    [TestCase("abc", "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7")]
    [TestCase("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "75388B16512776CC5DBA5DA1FD890150B0C6455CB4F58B1952522525")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "FB0BD626A70C28541DFA781BB5CC4D7D7F56622A58F01A0B1DDD646F")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "A88CD5CDE6D6FE9136A4E58B49167461EA95D388CA2BDB7AFDC3CBF4")]
    public void Sha224_gives_the_hashes_of_FIPS_180(string text, string hash) =>
        Assert.That(Convert.ToHexString(Sha224.HashData(Encoding.ASCII.GetBytes(text))), Is.EqualTo(hash));

    // RFC 4231 4.2 and 4.3.
    [TestCase("0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B", "Hi There", "896FB1128ABBDF196832107CD49DF33F47B4B1169912BA4F53684B22")]
    [TestCase("4A656665", "what do ya want for nothing?", "A30E01098BC6DBBF45690F3A7E9E6D0F8BBEA2A39E6148008FD05E44")]
    public void Sha224_gives_the_codes_of_RFC_4231(string key, string text, string code) =>
        Assert.That(Convert.ToHexString(Sha224.CodeData(Convert.FromHexString(key), Encoding.ASCII.GetBytes(text))), Is.EqualTo(code));

    // RFC 4231 4.7: a key longer than a block.
    [Test]
    public void Sha224_cuts_long_keys_as_RFC_4231_does()
    {
        var key = Enumerable.Repeat((byte)0xAA, 131).ToArray();
        Assert.That(
            Convert.ToHexString(Sha224.CodeData(key, "Test Using Larger Than Block-Size Key - Hash Key First"u8)),
            Is.EqualTo("95E9A0DB962095ADAEBE9B2D6F0DBCE2D499F112F2D2B7273FA6870E"));
    }

    [Test]
    [Category("Peer")]
    public void A_request_of_net_snmp_is_authentic_and_decrypts()
    {
        var octets = Convert.FromHexString(GoldenRequest);
        Assert.That(UsmMessage.TryParse(octets, out var message, out var error), Is.True, $"{error}");
        var keys = new UsmKeyRing(Bench).For(message!.Head.Engine);

        Assert.That(message.Head, Is.EqualTo(new UsmHead(
            0x3B1264C7, 65507, SecurityLevel.AuthPriv, true, new EngineId(Convert.FromHexString("80001F888048718431198B036B00000000")), 1, 4, "bench")));
        Assert.That(message.IsAuthentic(keys), Is.True);
        Assert.That(message.TryOpen(keys, out var scoped, out error), Is.True, $"{error}");
        Assert.That(
            Convert.ToHexString(scoped!.Encode()),
            Is.EqualTo("3033041180001F888048718431198B036B000000000400A01C0204457695F8020100020100300E300C06082B060102010103000500"));
    }

    [Test]
    [Category("Peer")]
    public void A_request_of_net_snmp_is_made_again_octet_by_octet()
    {
        var octets = Convert.FromHexString(GoldenRequest);
        Assert.That(UsmMessage.TryParse(octets, out var message, out _), Is.True);
        var keys = new UsmKeyRing(Bench).For(message!.Head.Engine);
        Assert.That(message.TryOpen(keys, out var scoped, out _), Is.True);

        Assert.That(UsmMessage.Encode(message.Head, scoped!, keys, 0x373A539F1386ECC7), Is.EqualTo(octets));
    }

    [Test]
    public void Any_octet_changed_makes_a_message_not_authentic_or_no_message()
    {
        var octets = Convert.FromHexString(GoldenRequest);
        var keys = new UsmKeyRing(Bench);
        for (var i = 0; i < octets.Length; i++)
        {
            octets[i] ^= 0x01;
            Assert.That(UsmMessage.TryParse(octets, out var message, out _) && message.IsAuthentic(keys.For(message.Head.Engine)), Is.False, $"octet {i}");
            octets[i] ^= 0x01;
        }
    }

    [TestCase(UsmAuthentication.Sha512, UsmPrivacy.Aes256, "short", "privpass123", "authentication password of at least 8 octets")]
    [TestCase(UsmAuthentication.Sha512, UsmPrivacy.Aes256, "authpass123", "", "privacy password of at least 8 octets")]
    [TestCase(UsmAuthentication.None, UsmPrivacy.Aes128, null, "privpass123", "encryption without authentication")]
    public void Users_that_cannot_be_are_refused_without_telling_their_passwords(
        UsmAuthentication authentication, UsmPrivacy privacy, string? authenticationPassword, string privacyPassword, string message)
    {
        var user = new UsmUser("bench", authentication, authenticationPassword is null ? null : new Secret(authenticationPassword), privacy, new Secret(privacyPassword));

        Assert.That(() => new UsmKeyRing(user), Throws.ArgumentException.With.Message.Contains(message).And.Message.Not.Contains("pass123").And.Message.Not.Contains("short"));
        Assert.That(user.ToString(), Does.Not.Contain("pass123").And.Not.Contains("short"));
    }
}
