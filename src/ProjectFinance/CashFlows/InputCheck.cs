using System.Globalization;

namespace ProjectFinance.CashFlows;

/// <summary>Gathers what is wrong with the arguments of one function; costs nothing while nothing is.</summary>
/// <param name="subject">What is being computed: "Payment of an annuity (PMT)".</param>
struct InputCheck(string subject)
{
    List<Problem>? found;

    /// <summary>Whether nothing is wrong so far.</summary>
    internal readonly bool IsClean => found is null;

    internal void Add(string fact, string allowed, string where) => (found ??= []).Add(new Problem(subject, fact, allowed, where));

    internal void Finite(double value, string name)
    {
        if (!double.IsFinite(value)) Add($"{name} is {Text(value)}", "it must be a finite number", name);
    }

    internal void Above(double value, double limit, string name)
    {
        if (!double.IsFinite(value) || value <= limit) Add($"{name} is {Text(value)}", $"it must be a number above {Text(limit)}", name);
    }

    internal void AtLeast(double value, double limit, string name)
    {
        if (!double.IsFinite(value) || value < limit) Add($"{name} is {Text(value)}", $"it must be a number not below {Text(limit)}", name);
    }

    internal void Flows(ReadOnlySpan<double> flows, string name = "flows")
    {
        if (flows.IsEmpty) Add("there is no flow", "at least one is needed", name);
        for (int i = 0; i < flows.Length; i++)
            if (!double.IsFinite(flows[i])) Add($"flow {i} is {Text(flows[i])}", "it must be a finite number", $"{name}[{i}]");
    }

    internal void Timing(PaymentTiming timing)
    {
        if (timing is not (PaymentTiming.EndOfPeriod or PaymentTiming.BeginningOfPeriod))
            Add($"type is {((int)timing).ToString(CultureInfo.InvariantCulture)}", "it must be 0, payments at the end of periods, or 1, at their beginning", "type");
    }

    /// <summary>A power of 1 + rate must exist: below -100 % only whole ones do, and at -100 % only those not below zero.</summary>
    internal void Raisable(double rate, double periods, string name)
    {
        if (!double.IsFinite(rate) || !double.IsFinite(periods)) return;
        if (rate < -1 && periods != Math.Floor(periods)) Add($"{name} is {Text(periods)} at a rate of {Text(rate)}", "below -100 % it must be a whole number", name);
        if (rate == -1 && periods < 0) Add($"{name} is {Text(periods)} at a rate of -100 %", "there it must not be negative", name);
    }

    internal readonly void Throw()
    {
        if (found is not null) throw new InvalidInputException(found);
    }

    /// <summary>The result, which no longer is a number when it lies beyond what numbers can show.</summary>
    internal readonly double Result(double value) => double.IsFinite(value)
        ? value
        : throw InvalidInputException.Of(subject, "the result is not a finite number", "rate and periods must leave it below 1.8E308 in size");

    internal static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
