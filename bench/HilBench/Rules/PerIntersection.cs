namespace HilBench.Rules;

/// <summary>What a rule knows of each intersection.</summary>
/// <typeparam name="T">What it knows of one.</typeparam>
internal sealed class PerIntersection<T>
    where T : new()
{
    private readonly Dictionary<IntersectionKey, T> _intersections = [];

    /// <summary>What is known of an intersection; nothing at first.</summary>
    public T this[IntersectionKey key]
    {
        get
        {
            if (!_intersections.TryGetValue(key, out var known))
            {
                _intersections.Add(key, known = new T());
            }

            return known;
        }
    }

    /// <summary>The least amount over all intersections; 0 without intersections.</summary>
    public double Least(Func<T, double> amount) => _intersections.Values.Select(amount).DefaultIfEmpty().Min();
}
