namespace HilBench.Wire.Snmp;

/// <summary>A user of SNMPv3 and its passwords.</summary>
/// <param name="Name">1 to 32 octets in UTF-8 (RFC 3414 5, usmUserName).</param>
/// <param name="Authentication">How its messages are authenticated.</param>
/// <param name="AuthenticationPassword">At least 8 octets; null without authentication.</param>
/// <param name="Privacy">How its messages are encrypted; there is no encryption without authentication.</param>
/// <param name="PrivacyPassword">At least 8 octets; null without encryption.</param>
public sealed record UsmUser(
    string Name,
    UsmAuthentication Authentication = UsmAuthentication.None,
    Secret? AuthenticationPassword = null,
    UsmPrivacy Privacy = UsmPrivacy.None,
    Secret? PrivacyPassword = null)
{
    /// <summary>The protection that its passwords allow.</summary>
    public SecurityLevel Level =>
        Privacy != UsmPrivacy.None ? SecurityLevel.AuthPriv
        : Authentication != UsmAuthentication.None ? SecurityLevel.AuthNoPriv : SecurityLevel.NoAuthNoPriv;
}
