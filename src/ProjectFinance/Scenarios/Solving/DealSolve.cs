using NodaTime;
using ProjectFinance.Deals;

namespace ProjectFinance.Scenarios;

/// <summary>Asks deals which value of an input makes something hold.</summary>
public static class DealSolve
{
    extension(Deal deal)
    {
        /// <summary>Finds the value of an input at which conditions begin or end to hold: the gold price that keeps the lowest DSCR at 1.20 or more.</summary>
        /// <param name="vary">The input, as people name it: "gold", "Project loan / Commitment", "Milestones / Completion date".</param>
        /// <param name="until">The condition: "lowest Ratios / DSCR &gt;= 1.20".</param>
        /// <param name="options">How to look. The default is what <see cref="SolveOptions"/> say.</param>
        /// <param name="market">Rates and prices; the deal's planning assumptions serve where it has none. The default is none.</param>
        /// <param name="asOf">The day at whose end rates, prices and amendments are known; what is known does not vary. The default is that all amendments are known and every rate and price varies.</param>
        /// <param name="actuals">What really happened, which is locked and does not move. The default is that nothing has yet.</param>
        /// <exception cref="InvalidInputException">The terms, the market, the input or the condition have problems, every one at once; or the range has.</exception>
        public Solution Solve(string vary, string until, SolveOptions? options = null, Market? market = null, LocalDate? asOf = null, Actuals? actuals = null)
        {
            ArgumentNullException.ThrowIfNull(vary);
            var gather = new Gather();
            Model? model = null;
            Target? target = null;
            gather.Try(() => target = Target.Parse(until));
            gather.Try(() => model = DealLayout.Lay(deal, market, asOf, actuals).Model);
            if (target is null && model is not null) gather.Try(() => InputGroup.Find(model, vary));
            gather.Throw();
            options ??= new();
            return new BreakEven(model!, vary, [target!], options with { KnownTo = options.KnownTo ?? asOf }).Solve();
        }

        /// <summary>Finds the largest commitment of a loan at which every test holds.</summary>
        /// <param name="sizing">The loan and the tests.</param>
        /// <param name="market">Rates and prices; the deal's planning assumptions serve where it has none. The default is none.</param>
        /// <param name="asOf">The day at whose end rates, prices and amendments are known. The default is that all are.</param>
        /// <param name="actuals">What really happened, which is locked and does not move. The default is that nothing has yet.</param>
        /// <exception cref="InvalidInputException">The terms, the market, the loan or the tests have problems.</exception>
        public SizedDebt Size(DebtSizing sizing, Market? market = null, LocalDate? asOf = null, Actuals? actuals = null)
        {
            ArgumentNullException.ThrowIfNull(sizing);
            return sizing.Solve(DealLayout.Lay(deal, market, asOf, actuals).Model);
        }

        /// <summary>Finds the smallest joint move of some inputs, in standard deviations, at which a condition comes to hold.</summary>
        /// <param name="stress">The inputs, their deviations, and the condition.</param>
        /// <param name="market">Rates and prices; the deal's planning assumptions serve where it has none. The default is none.</param>
        /// <param name="asOf">The day at whose end rates, prices and amendments are known; what is known does not move. The default is that all amendments are known and every rate and price may move.</param>
        /// <param name="actuals">What really happened, which is locked and does not move. The default is that nothing has yet.</param>
        /// <exception cref="InvalidInputException">The terms, the market, the inputs or the condition have problems.</exception>
        public StressResult Stress(ReverseStress stress, Market? market = null, LocalDate? asOf = null, Actuals? actuals = null)
        {
            ArgumentNullException.ThrowIfNull(stress);
            return (stress with { KnownTo = stress.KnownTo ?? asOf }).Solve(DealLayout.Lay(deal, market, asOf, actuals).Model);
        }
    }
}
