namespace ProjectFinance.Scenarios.Generation;

/// <summary>The law of a factor, ready to be drawn from.</summary>
abstract record FactorLaw
{
    private protected FactorLaw() { }

    /// <summary>Whether what is drawn multiplies a mean; else it is added to one.</summary>
    internal abstract bool IsMultiple { get; }

    /// <summary>Whether values above zero that it moves stay above zero.</summary>
    internal abstract bool IsPositive { get; }

    /// <summary>Whether it takes steps through time.</summary>
    internal bool IsPath => this is PathLaw or HistoryLaw;

    /// <summary>The least value it leaves; null for none.</summary>
    internal double? Floor { get; init; }

    /// <summary>Its own mean after some years; null where the mean of every input is its usual value.</summary>
    internal Func<double, double>? Mean { get; init; }

    /// <summary>The law of a factor as stated.</summary>
    /// <param name="process">The law.</param>
    /// <param name="observed">What the market has for its target at the beginning, asked for only where it counts.</param>
    internal static FactorLaw Of(Process process, Func<double> observed) => process switch
    {
        HistoricalPrice or HistoricalRate => new HistoryLaw(History.Of(process)) { Floor = (process as HistoricalRate)?.Floor?.Fraction },
        LognormalMultiple x => new MultipleLaw(new LognormalMap(x.Mean, x.Deviation), x.Drawn == DrawnWhen.EachColumn, true),
        TriangularMultiple x => new MultipleLaw(new TriangularMap(x.Low, x.Mode ?? 3 - x.Low - x.High, x.High), x.Drawn == DrawnWhen.EachColumn, x.Low > 0),
        DiscreteDelay x => new DelayLaw(DayTable.Of(x)),
        GammaDelay x => new DelayLaw(DayTable.Of(x)),
        _ => PathLaw.Of(process, observed),
    };
}

/// <summary>A path drawn from the past.</summary>
sealed record HistoryLaw(History History) : FactorLaw
{
    internal override bool IsMultiple => History.IsMultiple;

    internal override bool IsPositive => IsMultiple || Floor > 0;
}

/// <summary>A number that multiplies usual values, drawn once or in each column.</summary>
sealed record MultipleLaw(INormalMap Map, bool IsDrawnEachColumn, bool StaysPositive) : FactorLaw
{
    internal override bool IsMultiple => true;

    internal override bool IsPositive => StaysPositive;
}

/// <summary>Days that are added to the date of a milestone.</summary>
sealed record DelayLaw(DayTable Days) : FactorLaw
{
    internal override bool IsMultiple => false;

    internal override bool IsPositive => true;
}
