using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

internal sealed partial class SchemaBuilder
{
    /// <summary>Applies the constraints behind a type, one after the other (X.680 51.8, X.691 10.3).</summary>
    private SchemaType Constrain(SchemaType type, TypeNode node, Scope scope, RawName rawName)
    {
        foreach (var constraint in node.Constraints.Where(constraint => constraint.Root is not null))
        {
            type = Constrain(type, constraint, scope, rawName, node.Place);
        }

        if (type is not ListType list || list.Element is not null)
        {
            return type;
        }

        if (!_types.Contains(list))
        {
            Declare(list);
            _pending.Enqueue(() => list.Element = Resolve(list.ElementNode, list.Scope, new RawName(list.RawName, IsNamed: false).Member("item")));
        }

        return list;
    }

    private SchemaType Constrain(SchemaType type, ConstraintNode constraint, Scope scope, RawName rawName, Place place)
    {
        var isExtensible = constraint.IsExtensible;
        switch (type)
        {
            case IntegerType integer:
                var values = WithAdditions(IntegersOf(constraint.Root!, integer, scope), constraint, integer, scope);
                return values is null ? WithoutMarker(integer) : Checked(
                    new IntegerType(type.Name, values, isExtensible, integer.Named) { Place = place, Visible = isExtensible ? integer.Visible : values },
                    constraint);
            case BitStringType bits:
                var bitSize = SizeOf(constraint, bits.Size, scope);
                return new BitStringType(type.Name, bitSize, bits.Named) { Place = place };
            case OctetStringType octets:
                return new OctetStringType(type.Name, SizeOf(constraint, octets.Size, scope)) { Place = place };
            case TextType text:
                var permitted = isExtensible ? null : AlphabetOf(constraint.Root!, scope);
                if (permitted is not null && text.Permitted is not null)
                {
                    permitted.IntersectWith(text.Permitted);
                }

                return new TextType(type.Name, text.Keyword, SizeOf(constraint, text.Size, scope), permitted ?? text.Permitted) { Place = place };
            case ListType list:
                var size = SizeOf(constraint, list.Size, scope);
                return size == list.Size
                    ? list
                    : new ListType(list.Name, scope.Module.Node.Name, rawName.Text, list.ElementNode, list.Scope, size) { Place = place };
            default:
                return type;
        }
    }

    // The reading of asn1c: values behind the marker are as good as those of the root.
    private IntervalSet? WithAdditions(IntervalSet? root, ConstraintNode constraint, IntegerType type, Scope scope) =>
        _reading == ConstraintReading.Asn1c && root is not null && constraint.Additions is not null
        && IntegersOf(constraint.Additions, type, scope) is { } additions
            ? root.Union(additions)
            : root;

    // The reading of asn1c: a constraint that PER does not see, or a table constraint, takes the marker of the one before away.
    private IntegerType WithoutMarker(IntegerType type) => _reading == ConstraintReading.Asn1c && type.IsExtensible
        ? new IntegerType(type.Name, type.Values, isExtensible: false, type.Named) { Place = type.Place, Visible = type.Visible }
        : type;

    private static IntegerType Checked(IntegerType type, ConstraintNode constraint)
    {
        if (type.Values.IsEmpty)
        {
            throw new CompileException(constraint.Place, "The constraint allows no value.");
        }

        var tooWide = type.Lower < long.MinValue || type.Upper > ulong.MaxValue || (type.Upper > long.MaxValue && !(type.Lower >= 0 && type.IsConstrained));
        return tooWide ? throw new CompileException(constraint.Place, $"The range {type.Values} does not fit into 64 bits.") : type;
    }

    /// <summary>The whole numbers a constraint allows; null when it says nothing about them.</summary>
    private IntervalSet? IntegersOf(SetNode set, IntegerType type, Scope scope)
    {
        switch (set.Kind)
        {
            case SetKind.Range:
                var lower = EndOf(set.Lower!, type, scope);
                var upper = set.Upper is null ? lower : EndOf(set.Upper, type, scope);
                return new IntervalSet(lower + (set.ExcludesLower ? 1 : 0), upper - (set.ExcludesUpper ? 1 : 0)).Intersect(type.Values);
            case SetKind.Union:
                var union = set.Operands.Select(operand => IntegersOf(operand, type, scope)).ToArray();
                return Array.Exists(union, operand => operand is null) ? null : union.Aggregate((a, b) => a!.Union(b!));
            case SetKind.Intersection:
                var intersection = set.Operands.Select(operand => IntegersOf(operand, type, scope)).Where(operand => operand is not null).ToArray();
                return intersection.Length == 0 ? null : intersection.Aggregate((a, b) => a!.Intersect(b!));
            case SetKind.Except:
                var from = IntegersOf(set.Operands[0], type, scope);
                return IntegersOf(set.Operands[1], type, scope) is { } minus ? from?.Except(minus) : from;
            case SetKind.AllExcept:
                return IntegersOf(set.Operands[0], type, scope) is { } not ? type.Values.Except(not) : null;
            case SetKind.Contained:
                return Resolve(set.Type!, scope, new RawName(set.Type!.Name, IsNamed: false)) is IntegerType contained
                    ? contained.Values.Intersect(type.Values)
                    : throw new CompileException(set.Place, $"'{set.Type.Name}' is no INTEGER.");
            default:
                return null;
        }
    }

    private System.Numerics.BigInteger? EndOf(ValueNode value, IntegerType type, Scope scope) => value.Kind switch
    {
        ValueKind.Minimum => type.Lower,
        ValueKind.Maximum => type.Upper,
        _ => IntegerOf(value, scope, type.Named),
    };

    private SizeBounds SizeOf(ConstraintNode constraint, SizeBounds parent, Scope scope)
    {
        var isExtensible = constraint.IsExtensible;
        var sizes = SizesOf(constraint.Root!, parent, scope, ref isExtensible);
        if (sizes is null)
        {
            return _reading == ConstraintReading.Asn1c ? new SizeBounds(parent.Lower, parent.RootUpper, IsExtensible: false) : parent;
        }

        if (sizes.IsEmpty || sizes.Upper > int.MaxValue)
        {
            throw new CompileException(constraint.Place, "The size constraint allows no size, or one above 2147483647.");
        }

        var whole = new SizeBounds((int)sizes.Lower!.Value, sizes.Upper is { } upper ? (int)upper : -1, isExtensible);
        return _reading == ConstraintReading.Asn1c && constraint.Root is { Kind: SetKind.Size, Inner: { Additions: not null } inner }
            && IntegersOf(inner.Root!, new IntegerType("INTEGER", parent.Root, isExtensible: false, NoNames), scope)?.Upper is { } root
                ? whole with { RootUpper = (int)root }
                : whole;
    }

    private IntervalSet? SizesOf(SetNode set, SizeBounds parent, Scope scope, ref bool isExtensible)
    {
        switch (set.Kind)
        {
            case SetKind.Size:
                isExtensible |= set.Inner!.IsExtensible;
                var whole = new IntegerType("INTEGER", parent.Root, isExtensible: false, NoNames);
                return WithAdditions(IntegersOf(set.Inner.Root!, whole, scope), set.Inner, whole, scope);
            case SetKind.Union or SetKind.Intersection:
                IntervalSet? result = null;
                foreach (var operand in set.Operands)
                {
                    var sizes = SizesOf(operand, parent, scope, ref isExtensible);
                    if (sizes is null && set.Kind == SetKind.Union)
                    {
                        return null;
                    }

                    result = sizes is null || result is null ? sizes ?? result
                        : set.Kind == SetKind.Union ? result.Union(sizes) : result.Intersect(sizes);
                }

                return result;
            case SetKind.Except:
                return SizesOf(set.Operands[0], parent, scope, ref isExtensible);
            default:
                return null;
        }
    }

    /// <summary>The permitted alphabet; null when the constraint says nothing about it.</summary>
    private SortedSet<char>? AlphabetOf(SetNode set, Scope scope)
    {
        switch (set.Kind)
        {
            case SetKind.From:
                return set.Inner!.IsExtensible ? null : CharactersOf(set.Inner.Root!, scope);
            case SetKind.Union or SetKind.Intersection:
                var operands = set.Operands.Select(operand => AlphabetOf(operand, scope)).ToArray();
                return Combine(set.Kind, operands);
            case SetKind.Except:
                return AlphabetOf(set.Operands[0], scope);
            default:
                return null;
        }
    }

    private SortedSet<char> CharactersOf(SetNode set, Scope scope)
    {
        switch (set.Kind)
        {
            case SetKind.Range when set.Upper is null:
                return [.. TextOf(set.Lower!, scope)];
            case SetKind.Range:
                var lower = TextOf(set.Lower!, scope);
                var upper = TextOf(set.Upper!, scope);
                if (lower.Length != 1 || upper.Length != 1)
                {
                    throw new CompileException(set.Place, "The ends of a range of characters are strings of one character.");
                }

                return [.. Enumerable.Range(lower[0], Math.Max(0, upper[0] - lower[0] + 1)).Select(code => (char)code)];
            case SetKind.Union or SetKind.Intersection:
                return Combine(set.Kind, [.. set.Operands.Select(operand => CharactersOf(operand, scope))])!;
            default:
                throw new CompileException(set.Place, "Characters or ranges of characters were expected.");
        }
    }

    private static SortedSet<char>? Combine(SetKind kind, SortedSet<char>?[] operands)
    {
        SortedSet<char>? result = null;
        foreach (var operand in operands)
        {
            if (operand is null && kind == SetKind.Union)
            {
                return null;
            }

            if (result is null || operand is null)
            {
                result ??= operand;
            }
            else if (kind == SetKind.Union)
            {
                result.UnionWith(operand);
            }
            else
            {
                result.IntersectWith(operand);
            }
        }

        return result;
    }
}
