using System.Text;

namespace HilBench.Wire.Snmp;

/// <summary>
/// The keys of one user. A password becomes a key by a hash over 1 MiB (RFC 3414 2.6), which is done once; the key of an engine follows from it
/// by one short hash and is kept while the engine stays the same.
/// </summary>
public sealed class UsmKeyRing
{
    /// <summary>Fewest octets of a password (RFC 3414 11.2).</summary>
    public const int MinPasswordLength = 8;

    private readonly Lazy<byte[]> _authentication;
    private readonly Lazy<byte[]> _privacy;
    private EngineId? _engine;
    private UsmKeys? _keys;

    /// <summary>Prepares the keys of a user; nothing is computed yet.</summary>
    /// <exception cref="ArgumentException">The user's name or a password is too short or too long, or is missing.</exception>
    public UsmKeyRing(UsmUser user)
    {
        User = user;
        if (Encoding.UTF8.GetByteCount(user.Name) is 0 or > 32)
        {
            throw new ArgumentException($"The SNMPv3 user '{user.Name}' needs a name of 1 to 32 octets.", nameof(user));
        }

        if (user is { Privacy: not UsmPrivacy.None, Authentication: UsmAuthentication.None })
        {
            throw new ArgumentException($"The SNMPv3 user '{user.Name}' has encryption without authentication, which SNMPv3 does not have: give it an authentication and its password.", nameof(user));
        }

        Check(user.Name, "authentication", user.Authentication != UsmAuthentication.None, user.AuthenticationPassword);
        Check(user.Name, "privacy", user.Privacy != UsmPrivacy.None, user.PrivacyPassword);
        _authentication = new Lazy<byte[]>(() => UsmKeyDerivation.OfPassword(user.Authentication, user.AuthenticationPassword!.RevealOctets()));
        _privacy = new Lazy<byte[]>(() => UsmKeyDerivation.OfPassword(user.Authentication, user.PrivacyPassword!.RevealOctets()));
    }

    /// <summary>Whose keys they are.</summary>
    public UsmUser User { get; }

    /// <summary>The keys for one engine.</summary>
    public UsmKeys For(EngineId engine)
    {
        if (_keys is null || !engine.Equals(_engine))
        {
            _keys = Localize(engine);
            _engine = engine;
        }

        return _keys;
    }

    private UsmKeys Localize(EngineId engine)
    {
        if (User.Authentication == UsmAuthentication.None)
        {
            return new UsmKeys(User.Authentication, User.Privacy, [], []);
        }

        var authentication = UsmKeyDerivation.Localize(User.Authentication, _authentication.Value, engine);
        var privacy = User.Privacy == UsmPrivacy.None
            ? []
            : UsmKeyDerivation.Extend(User.Authentication, User.Privacy, UsmKeyDerivation.Localize(User.Authentication, _privacy.Value, engine), engine);
        return new UsmKeys(User.Authentication, User.Privacy, authentication, privacy);
    }

    private static void Check(string name, string what, bool needed, Secret? password)
    {
        if (needed && (password is null || password.Length < MinPasswordLength))
        {
            throw new ArgumentException(
                $"The SNMPv3 user '{name}' needs a {what} password of at least {MinPasswordLength} octets (RFC 3414 11.2), not {password?.Length ?? 0}.",
                nameof(password));
        }
    }
}
