namespace HilBench.Links;

/// <summary>Which topics a subscription is for (MQTT 3.1.1, 4.7): <c>+</c> is any one level, <c>#</c> at the end any number of levels.</summary>
public static class TopicFilter
{
    /// <summary>Whether a topic matches a filter.</summary>
    public static bool Matches(string filter, string topic)
    {
        // MQTT 3.1.1, 4.7.2: wildcards at the beginning do not match the broker's own topics.
        if (topic.StartsWith('$') && !filter.StartsWith('$'))
        {
            return false;
        }

        var (wanted, levels) = (filter.Split('/'), topic.Split('/'));
        for (var index = 0; index < wanted.Length; index++)
        {
            if (wanted[index] == "#")
            {
                return true;
            }

            if (index >= levels.Length || (wanted[index] != "+" && !string.Equals(wanted[index], levels[index], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return wanted.Length == levels.Length;
    }
}
