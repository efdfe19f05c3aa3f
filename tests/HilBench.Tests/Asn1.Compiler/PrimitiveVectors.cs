using System.Globalization;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>Vectors worked out by hand from X.691 (02/2021). One schema holds a SEQUENCE with the member v for each type.</summary>
internal static class PrimitiveVectors
{
    /// <summary>Type, octets, value as the explanation prints it. Encoding gives the same octets.</summary>
    public static readonly (string Type, string Hex, string Value)[] Accepted =
    [
        ("BOOLEAN", "80", "TRUE"),
        ("BOOLEAN", "00", "FALSE"),
        ("NULL", "00", "NULL"),
        ("INTEGER (0..255)", "FF", "255"),
        ("INTEGER (-10..10)", "00", "-10"),
        ("INTEGER (-10..10)", "A0", "10"),
        ("INTEGER (5)", "00", "5"),
        ("INTEGER (1..MAX)", "0100", "1"),
        ("INTEGER (0..MAX)", "020100", "256"),
        ("INTEGER", "01FF", "-1"),
        ("INTEGER", "020080", "128"),
        ("INTEGER", "088000000000000000", "-9223372036854775808"),
        ("INTEGER (MIN..10)", "02FF7F", "-129"),
        ("INTEGER (0..10, ...)", "28", "5"),
        ("INTEGER (0..10, ...)", "808580", "11"),
        ("INTEGER (0..10, ..., 11..20)", "808580", "11"),
        ("INTEGER (0..MAX, ...)", "008280", "5"),
        ("INTEGER (0..18446744073709551615)", "FFFFFFFFFFFFFFFF", "18446744073709551615"),
        ("INTEGER (-9223372036854775808..9223372036854775807)", "8000000000000000", "0"),
        ("INTEGER (0 | 5..11 | 14)", "E0", "14"),
        ("INTEGER (0..100)(20..27)", "E0", "27"),
        ("INTEGER (0..10, ...)(2..5)", "C0", "5"),
        ("INTEGER { few(3), many(9) } (few..many)", "C0", "9"),
        ("ENUMERATED { a, b, c }", "80", "c"),
        ("ENUMERATED { b(5), a(1) }", "80", "b"),
        ("ENUMERATED { only }", "00", "only"),
        ("ENUMERATED { a, b, ..., c }", "40", "b"),
        ("ENUMERATED { a, b, ..., c }", "80", "c"),
        ("ENUMERATED { a, b, ..., c }", "81", "unknown (3)"),
        ("ENUMERATED { a, ... }", "C05000", "unknown (65)"),
        ("BIT STRING (SIZE (4))", "A0", "1010"),
        ("BIT STRING (SIZE (1..8))", "54", "101"),
        ("BIT STRING", "03A0", "101"),
        ("BIT STRING (SIZE (8, ...))", "5500", "10101010"),
        ("BIT STRING (SIZE (8, ...))", "8000", ""),
        ("BIT STRING (SIZE (8, ...))", "84FFC0", "111111111"),
        ("BIT STRING { first(0) } (SIZE (8..MAX))", "08A0", "10100000"),
        ("OCTET STRING (SIZE (2))", "ABCD", "ABCD"),
        ("OCTET STRING", "02ABCD", "ABCD"),
        ("OCTET STRING", "00", ""),
        ("OCTET STRING (SIZE (0..3))", "6AC0", "AB"),
        ("OCTET STRING (SIZE (1, ...))", "5580", "AB"),
        ("OCTET STRING (SIZE (1, ...))", "8155E680", "ABCD"),
        ("IA5String (SIZE (2))", "8308", "AB"),
        ("IA5String", "028308", "AB"),
        ("IA5String (FROM (\"A\"..\"D\")) (SIZE (4))", "1B", "ABCD"),
        ("IA5String (SIZE (1..2)) (FROM (\"A\" | \"Z\"))", "A0", "AZ"),
        ("NumericString (SIZE (3))", "20A0", "1 9"),
        ("PrintableString (SIZE (1))", "82", "A"),
        ("VisibleString (SIZE (1))", "FC", "~"),
        ("BMPString (SIZE (1))", "00E9", "é"),
        ("UTF8String", "02C3A9", "é"),
        ("UTF8String (SIZE (1..4))", "02C3A9", "é"),
        ("GeneralString", "01E9", "é"),
        ("OBJECT IDENTIFIER", "032A8648", "1.2.840"),
        ("OBJECT IDENTIFIER", "028837", "2.999"),
        ("RELATIVE-OID", "028648", "840"),
    ];

    /// <summary>Type, octets, and what the one exception says.</summary>
    public static readonly (string Type, string Hex, string Reason)[] Rejected =
    [
        ("BOOLEAN", "", "v at bit 0 (octet 0): 1 more bits were expected, 0 are left."),
        ("INTEGER (0..65535)", "FF", "v at bit 0 (octet 0): 16 more bits were expected, 8 are left."),
        ("INTEGER", "00", "v at bit 8 (octet 1): A number of 1 to 8 octets was expected; found 0."),
        ("INTEGER (0..MAX)", "09010203040506070809", "v at bit 8 (octet 1): A number of 1 to 8 octets was expected; found 9."),
        ("OCTET STRING", "02AB", "v at bit 8 (octet 1): 16 more bits were expected, 8 are left."),
        ("OCTET STRING", "C5", "v at bit 8 (octet 1): A fragment has 1 to 4 times 16K items (X.691 11.9.3.8); found 5."),
        ("OCTET STRING", "C0", "v at bit 8 (octet 1): A fragment has 1 to 4 times 16K items (X.691 11.9.3.8); found 0."),
        ("BIT STRING (SIZE (8, ...))", "FFFFFF", "found 63."),
        ("IA5String", "BFFF", "v at bit 16 (octet 2): 114681 more bits were expected, 0 are left."),
        ("ENUMERATED { a, ... }", "C13FFFFFFFC0", "An extension index is at most 2147483647"),
        ("CHOICE { a NULL, b NULL, c NULL }", "C0", "v at bit 2 (octet 0): The choice has 3 alternatives; found index 3 (X.691 23.6)."),
        ("SEQUENCE OF BOOLEAN", "7F00", "v at bit 8 (octet 1): 127 more bits were expected, 8 are left."),
        ("SEQUENCE OF NULL", "C4", "A list of 65536 items that take no bits is longer than the message justifies."),
    ];

    /// <summary>Type, octets, rule, found, value: read although it breaks the rule.</summary>
    public static readonly (string Type, string Hex, string Rule, string Found, string Value)[] Violated =
    [
        ("INTEGER (0..9)", "A0", "(0..9)", "10", "10"),
        ("INTEGER (0 | 5..11 | 14)", "30", "(0 | 5..11 | 14)", "3", "3"),
        ("INTEGER (1..20 EXCEPT 4..6)", "20", "(1..3 | 7..20)", "5", "5"),
        ("INTEGER (1..2147483647)", "FFFFFFFE", "(1..2147483647)", "2147483648", "2147483647"),
        ("INTEGER (MIN..10)", "010B", "(MIN..10)", "11", "11"),
        ("ENUMERATED { a, b, c }", "C0", "X.691 14.2: an index below 3", "index 3", "unknown (3)"),
        ("ENUMERATED { a, b, c, ... }", "60", "X.691 14.2: an index below 3", "index 3", "unknown (-4)"),
        ("BIT STRING (SIZE (1..3))", "E8", "SIZE (1..3)", "size 4", "1010"),
        ("OCTET STRING (SIZE (2..MAX))", "01AB", "SIZE (2..MAX)", "size 1", "AB"),
        ("VisibleString (SIZE (1))", "00", "FROM (\" !\\\"", "code 0", "\0"),
        ("NumericString (SIZE (1))", "F0", "FROM (\" 0123456789\")", "code 15", "\uFFFD"),
        ("UTF8String", "01FF", "UTF8String: octets that are UTF-8", "FF", "\uFFFD"),
        ("OBJECT IDENTIFIER", "0180", "X.690 8.19.2: complete arcs in the fewest octets", "80", "80"),
    ];

    private static readonly Lazy<CompiledSchema> Lazy = new(() => CompiledSchema.Of(string.Join(
        '\n',
        Types().Select((type, i) => string.Create(CultureInfo.InvariantCulture, $"T{i} ::= SEQUENCE {{ v {type} }}")))));

    public static CompiledSchema Schema => Lazy.Value;

    public static string NameOf(string type) => string.Create(CultureInfo.InvariantCulture, $"T{Types().IndexOf(type)}");

    private static List<string> Types() =>
    [
        .. Accepted.Select(row => row.Type).Concat(Rejected.Select(row => row.Type)).Concat(Violated.Select(row => row.Type)).Distinct(StringComparer.Ordinal),
    ];
}
