namespace ProjectFinance.Excel.Formulas;

/// <summary>What is known of functions whatever they are applied to.</summary>
static class Functions
{
    extension(Function function)
    {
        /// <summary>Whether the result is a truth value.</summary>
        internal bool IsTruth => function is >= Function.Greater and <= Function.Not;

        /// <summary>Whether it takes any number of arguments in any order.</summary>
        internal bool IsGathering => function is Function.Least or Function.Greatest or Function.And or Function.Or;

        /// <summary>Whether an argument is read as a truth value.</summary>
        internal bool ReadsTruth(int argument) => function is Function.And or Function.Or or Function.Not || function == Function.Choose && argument == 0;

        /// <summary>What an argument of a gathering function must be to make no difference.</summary>
        internal double Neutral => function switch
        {
            Function.And => 1,
            Function.Or => 0,
            Function.Least => double.PositiveInfinity,
            _ => double.NegativeInfinity,
        };
    }
}
