using System.Globalization;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>Vectors worked out by hand from X.696 (02/2021). One schema holds a SEQUENCE with the member v for each type.</summary>
internal static class OerPrimitiveVectors
{
    /// <summary>Type, octets, value as the explanation prints it. Encoding gives the same octets.</summary>
    public static readonly (string Type, string Hex, string Value)[] Accepted =
    [
        ("BOOLEAN", "FF", "TRUE"),
        ("BOOLEAN", "00", "FALSE"),
        ("NULL", "", "NULL"),
        ("INTEGER (0..255)", "FF", "255"),
        ("INTEGER (1..256)", "0100", "256"),
        ("INTEGER (0..65535)", "FFFF", "65535"),
        ("INTEGER (3..65536)", "00000003", "3"),
        ("INTEGER (0..4294967295)", "FFFFFFFF", "4294967295"),
        ("INTEGER (0..4294967296)", "0000000100000000", "4294967296"),
        ("INTEGER (0..18446744073709551615)", "FFFFFFFFFFFFFFFF", "18446744073709551615"),
        ("INTEGER (5)", "05", "5"),
        ("INTEGER (-10..10)", "F6", "-10"),
        ("INTEGER (-128..127)", "80", "-128"),
        ("INTEGER (-128..128)", "FF80", "-128"),
        ("INTEGER (-1..65535)", "FFFFFFFF", "-1"),
        ("INTEGER (-2147483648..2147483647)", "80000000", "-2147483648"),
        ("INTEGER (-2147483649..0)", "FFFFFFFF7FFFFFFF", "-2147483649"),
        ("INTEGER (-9223372036854775808..9223372036854775807)", "8000000000000000", "-9223372036854775808"),
        ("INTEGER (0..MAX)", "0100", "0"),
        ("INTEGER (0..MAX)", "01FF", "255"),
        ("INTEGER (0..MAX)", "020100", "256"),
        ("INTEGER (1..MAX)", "0101", "1"),
        ("INTEGER", "01FF", "-1"),
        ("INTEGER", "020080", "128"),
        ("INTEGER", "02FF7F", "-129"),
        ("INTEGER", "088000000000000000", "-9223372036854775808"),
        ("INTEGER (MIN..10)", "02FF7F", "-129"),
        ("INTEGER (-5..MAX)", "01FB", "-5"),
        ("INTEGER (0..10, ...)", "010B", "11"),
        ("INTEGER (0..10, ...)", "01FF", "-1"),
        ("INTEGER (0..MAX)(0..10, ...)", "0180", "128"),
        ("INTEGER (0..255)(0..10, ...)", "80", "128"),
        ("INTEGER (0..10, ...)(2..5)", "05", "5"),
        ("INTEGER (0 | 5..11 | 14)", "0E", "14"),
        ("INTEGER { few(3), many(9) } (few..many)", "09", "9"),
        ("ENUMERATED { a, b, c }", "02", "c"),
        ("ENUMERATED { b(5), a(1) }", "05", "b"),
        ("ENUMERATED { a(-1), b(128), c(127) }", "81FF", "a"),
        ("ENUMERATED { a(-1), b(128), c(127) }", "820080", "b"),
        ("ENUMERATED { a(-1), b(128), c(127) }", "7F", "c"),
        ("ENUMERATED { a, b, ..., c(9) }", "09", "c"),
        ("ENUMERATED { a, b, ..., c(9) }", "02", "unknown (2)"),
        ("ENUMERATED { a, b, ..., c(9) }", "0A", "unknown (10)"),
        ("ENUMERATED { a, b, ..., c(9) }", "81FE", "unknown (-2)"),
        ("ENUMERATED { a, b, ..., c(9) }", "847FFFFFFF", "unknown (2147483647)"),
        ("BIT STRING (SIZE (4))", "A0", "1010"),
        ("BIT STRING (SIZE (9))", "FF80", "111111111"),
        ("BIT STRING", "0205A0", "101"),
        ("BIT STRING", "0100", ""),
        ("BIT STRING (SIZE (1..8))", "0200AA", "10101010"),
        ("BIT STRING (SIZE (8, ...))", "0307FF80", "111111111"),
        ("OCTET STRING (SIZE (2))", "ABCD", "ABCD"),
        ("OCTET STRING", "02ABCD", "ABCD"),
        ("OCTET STRING", "00", ""),
        ("OCTET STRING (SIZE (0..3))", "01AB", "AB"),
        ("OCTET STRING (SIZE (2, ...))", "02ABCD", "ABCD"),
        ("IA5String (SIZE (2))", "4142", "AB"),
        ("IA5String", "024142", "AB"),
        ("IA5String (FROM (\"A\"..\"D\")) (SIZE (4))", "41424344", "ABCD"),
        ("NumericString (SIZE (3))", "312039", "1 9"),
        ("PrintableString (SIZE (1..2))", "0141", "A"),
        ("VisibleString (SIZE (1))", "7E", "~"),
        ("BMPString (SIZE (1))", "00E9", "é"),
        ("BMPString", "0400E90041", "éA"),
        ("UTF8String", "02C3A9", "é"),
        ("UTF8String (SIZE (1))", "02C3A9", "é"),
        ("GeneralString", "01E9", "é"),
        ("OBJECT IDENTIFIER", "032A8648", "1.2.840"),
        ("RELATIVE-OID", "028648", "840"),
    ];

    /// <summary>Type, octets, and what the one exception says.</summary>
    public static readonly (string Type, string Hex, string Reason)[] Rejected =
    [
        ("BOOLEAN", "", "v at bit 0 (octet 0): 8 more bits were expected, 0 are left."),
        ("INTEGER (0..65535)", "FF", "v at bit 0 (octet 0): 16 more bits were expected, 8 are left."),
        ("INTEGER", "00", "v at bit 8 (octet 1): A number of 1 to 8 octets was expected; found 0."),
        ("INTEGER", "09010203040506070809", "v at bit 8 (octet 1): A number of 1 to 8 octets was expected; found 9."),
        ("INTEGER (0..MAX)", "09010203040506070809", "found 9."),
        ("INTEGER (0..MAX)", "0201", "v at bit 8 (octet 1): 16 more bits were expected, 8 are left."),
        ("ENUMERATED { a, ... }", "80", "A value of an enumeration of 1 to 4 octets was expected; found 0."),
        ("ENUMERATED { a, ... }", "850102030405", "A value of an enumeration of 1 to 4 octets was expected; found 5."),
        ("ENUMERATED { a, ... }", "8480000000", "A value of the enumeration is at least -2147483647; found -2147483648."),
        ("BIT STRING", "00", "counts the octet that tells the unused bits (X.696 13.3); found 0."),
        ("BIT STRING", "0208FF", "has 0 to 7 unused bits (X.696 13.3); found 8 of 1 octets."),
        ("BIT STRING", "0101", "has 0 to 7 unused bits (X.696 13.3); found 1 of 0 octets."),
        ("BIT STRING", "0300FF", "16 more bits were expected, 8 are left."),
        ("BIT STRING (SIZE (9))", "FF", "9 more bits were expected, 8 are left."),
        ("OCTET STRING", "02AB", "v at bit 8 (octet 1): 16 more bits were expected, 8 are left."),
        ("OCTET STRING", "80", "The long form of a length has 1 to 127 octets (X.696 8.6.5); found 0."),
        ("OCTET STRING", "820100", "2048 more bits were expected, 0 are left."),
        ("OCTET STRING", "8400FFFFFF", "134217720 more bits were expected, 0 are left."),
        ("OCTET STRING", "88FFFFFFFFFFFFFFFF", "2147483640 more bits were expected, 0 are left."),
        ("OCTET STRING", "83FF", "24 more bits were expected, 8 are left."),
        ("IA5String (SIZE (2))", "41", "16 more bits were expected, 8 are left."),
        ("IA5String", "7F41", "1016 more bits were expected, 8 are left."),
        ("BMPString", "0300E900", "Characters of two octets were expected; found 3 octets."),
        ("UTF8String", "01", "8 more bits were expected, 0 are left."),
        ("OBJECT IDENTIFIER", "032A86", "24 more bits were expected, 16 are left."),
        ("CHOICE { a NULL, b NULL, c NULL }", "83", "v at bit 8 (octet 1): The choice has no alternative with the tag [3] (X.696 20)."),
        ("CHOICE { a NULL, b NULL, c NULL }", "02", "The choice has no alternative with the tag [UNIVERSAL 2] (X.696 20)."),
        ("CHOICE { a NULL, b NULL, c NULL }", "BFFFFFFFFF7F", "A tag number is at most 1073741823 here."),
        ("SEQUENCE OF BOOLEAN", "017F00", "v at bit 16 (octet 2): 1016 more bits were expected, 8 are left."),
        ("SEQUENCE OF BOOLEAN", "04FFFFFFFF", "more bits were expected, 0 are left."),
        ("SEQUENCE OF NULL", "03010000", "A list of 65536 items that take no bits is longer than the message justifies."),
        ("SEQUENCE { a BOOLEAN, ... }", "80FF00", "counts the octet that tells the unused bits"),
        ("SEQUENCE { a BOOLEAN, ... }", "80FF0100", "A presence bitmap of at least one extension addition was expected (X.696 16.4)."),
        ("SEQUENCE { a BOOLEAN, ... }", "80FF02078005AB", "40 more bits were expected, 8 are left."),
    ];

    /// <summary>Type, octets, rule, found, value: read although it breaks the rule.</summary>
    public static readonly (string Type, string Hex, string Rule, string Found, string Value)[] Violated =
    [
        ("BOOLEAN", "01", "X.696 9.2: FF for TRUE", "01", "TRUE"),
        ("INTEGER (0..9)", "0A", "(0..9)", "10", "10"),
        ("INTEGER (-10..10)", "80", "(-10..10)", "-128", "-128"),
        ("INTEGER (0 | 5..11 | 14)", "03", "(0 | 5..11 | 14)", "3", "3"),
        ("INTEGER (1..2147483647)", "FFFFFFFE", "(1..2147483647)", "4294967294", "2147483647"),
        ("INTEGER (0..9223372036854775807)", "8000000000000000", "(0..9223372036854775807)", "9223372036854775808", "9223372036854775807"),
        ("INTEGER (1..18446744073709551615)", "0000000000000000", "(1..18446744073709551615)", "0", "0"),
        ("INTEGER (1..MAX)", "0100", "(1..", "0", "0"),
        ("INTEGER (0..MAX)", "08FFFFFFFFFFFFFFFF", "(0..", "18446744073709551615", "9223372036854775807"),
        ("INTEGER (MIN..10)", "010B", "(", "11", "11"),
        ("INTEGER (0..MAX)", "020001", "X.696 10.1: a number in the fewest octets", "0200", "1"),
        ("INTEGER (0..MAX)", "810101", "X.696 8.6.5: a length in the fewest octets", "8101", "1"),
        ("INTEGER", "02FFFF", "X.696 10.1: a number in the fewest octets", "02FF", "-1"),
        ("INTEGER", "0A00000000000000000001", "X.696 10.1: a number in the fewest octets", "0A000000000000000000", "1"),
        ("ENUMERATED { a, b, c }", "03", "X.696 11: a value of the enumeration", "03", "unknown (3)"),
        ("ENUMERATED { b(5), a(1) }", "00", "X.696 11: a value of the enumeration", "00", "unknown (0)"),
        ("ENUMERATED { a, b, c }", "8101", "X.696 11.3: a value in the fewest octets", "8101", "b"),
        ("ENUMERATED { a(-1), b(128), c(127) }", "82FFFF", "X.696 11.3: a value in the fewest octets", "82FFFF", "a"),
        ("BIT STRING (SIZE (4))", "AF", "X.696 13.2 and 16.2: zero in the unused bits", "AF", "1010"),
        ("BIT STRING", "0205A1", "X.696 13.2 and 16.2: zero in the unused bits", "A1", "101"),
        ("BIT STRING (SIZE (1..3))", "0204A0", "SIZE (1..3)", "size 4", "1010"),
        ("OCTET STRING (SIZE (2..MAX))", "01AB", "SIZE (2..MAX)", "size 1", "AB"),
        ("OCTET STRING", "8101AB", "X.696 8.6.5: a length in the fewest octets", "8101", "AB"),
        ("OCTET STRING", "820001AB", "X.696 8.6.5: a length in the fewest octets", "820001", "AB"),
        ("IA5String (SIZE (1..2))", "03414243", "SIZE (1..2)", "size 3", "ABC"),
        ("IA5String (SIZE (1))", "C1", "FROM (\"", "code 193", "Á"),
        ("VisibleString (SIZE (1))", "00", "FROM (\" !", "code 0", "\0"),
        ("NumericString (SIZE (1))", "41", "FROM (\" 0123456789\")", "code 65", "A"),
        ("UTF8String", "01FF", "UTF8String: octets that are UTF-8", "01FF", "\uFFFD"),
        ("OBJECT IDENTIFIER", "0180", "X.690 8.19.2: complete arcs in the fewest octets", "0180", "80"),
    ];

    private static readonly Lazy<CompiledSchema> Lazy = new(() => CompiledSchema.Of(
        string.Join('\n', Types().Select((type, i) => string.Create(CultureInfo.InvariantCulture, $"T{i} ::= SEQUENCE {{ v {type} }}"))),
        "COER"));

    public static CompiledSchema Schema => Lazy.Value;

    public static string NameOf(string type) => string.Create(CultureInfo.InvariantCulture, $"T{Types().IndexOf(type)}");

    private static List<string> Types() =>
    [
        .. Accepted.Select(row => row.Type).Concat(Rejected.Select(row => row.Type)).Concat(Violated.Select(row => row.Type)).Distinct(StringComparer.Ordinal),
    ];
}
