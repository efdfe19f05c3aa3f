namespace HilBench.Rules;

/// <summary>How much of one kind of evidence a rule saw.</summary>
/// <param name="Name">Kind of evidence, the same words as in the purpose's requirement, for example <c>signal changes</c>.</param>
/// <param name="Amount">How much was seen.</param>
/// <param name="Unit">Unit of the amount, for example <c>changes</c>, <c>messages</c>, <c>s</c>.</param>
public sealed record Evidence(string Name, double Amount, string Unit);
