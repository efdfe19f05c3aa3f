using HilBench.Judging;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace HilBench.Testing;

/// <summary>
/// Makes a method with one parameter of type <see cref="PurposeUnderTest"/> the execution of a test purpose: the same object that the
/// <c>hilbench</c> tool runs, on the rig that <see cref="RigAttribute"/> and the environment name.
/// </summary>
/// <param name="id">Id of the catalogue row, for example <c>US-CI-003</c>; also a category, so that a filter finds it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TestPurposeAttribute(string id) : NUnitAttribute, ITestBuilder
{
    /// <summary>Id of the catalogue row.</summary>
    public string Id => id;

    /// <inheritdoc/>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        ArgumentNullException.ThrowIfNull(method);
        var rig = method.TypeInfo.GetCustomAttributes<RigAttribute>(inherit: false).FirstOrDefault() ?? new RigAttribute();
        var test = new NUnitTestCaseBuilder().BuildTestMethod(
            method,
            suite,
            new TestCaseParameters([new PurposeUnderTest(id, RigRun.On(rig))]) { TestName = $"{method.Name}({id})" });
        if (Catalogue.Us.Rows.FirstOrDefault(row => row.Id == id) is not { } found)
        {
            test.RunState = RunState.NotRunnable;
            test.Properties.Set(PropertyNames.SkipReason, $"No row of the catalogue has the id '{id}'.");
            return [test];
        }

        test.Properties.Add(PropertyNames.Category, id);
        test.Properties.Set(PropertyNames.Description, $"{found.Standard} {found.Edition} {found.Clause}: {found.Purpose}");
        return [test];
    }
}
