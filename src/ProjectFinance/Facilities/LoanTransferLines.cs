namespace ProjectFinance.Facilities;

/// <summary>A <see cref="ScheduledLoan"/> bought and sold at a price with accrued interest, and what its holder receives and pays.</summary>
sealed class LoanTransferLines
{
    readonly ScheduledLoanLines loan;

    internal LoanTransferLines(ScheduledLoanLines loan)
    {
        this.loan = loan;
        Sold = loan.Model.Line(loan.Name("Sold"), loan.Currency, t => loan.IsSale(t) ? loan.BeforePrepayment(t) - loan.Prepaid[t] - loan.Matured[t] : 0, LineKind.Flow, loan.SourceOf("sale"));
    }

    /// <summary>What is outstanding when the loan is sold.</summary>
    internal Line Sold { get; }

    /// <summary>Writes what the holder of the loan receives less what it pays.</summary>
    internal void CashFlow(ScheduledServiceLines service)
    {
        var (model, terms) = (loan.Model, loan.Terms);
        var bought = Price("Purchase price", terms.Purchase, loan.SourceOf("purchase"));
        var sold = Price("Sale price", terms.Sale, loan.SourceOf("sale"));
        var premium = model.Line(loan.Name("Premium"), loan.Currency, t => t.End == terms.Drawn && terms.Premium is { } paid ? paid : 0, LineKind.Flow, loan.SourceOf("premium"));
        model.Line(loan.Name("Lender's cash flow"), loan.Currency, t =>
        {
            if (terms.Purchase is { BeforePayments: false } later && t.End <= later.Date) return t.End == later.Date ? -bought[t] - loan.Interest.Left[t] : 0;
            if (terms.Purchase is { } first && t.End < first.Date) return 0;
            var flow = service.Received(t) - loan.Draw[t] - premium[t];
            if (terms.Purchase is { BeforePayments: true } now && t.End == now.Date) flow -= bought[t] + loan.Interest.Accrued(t);
            return loan.IsSale(t) ? flow + sold[t] + loan.Interest.Sold(t) : flow;
        }, LineKind.Flow, "what the holder receives less what it pays");
    }

    Line Price(string title, LoanTransfer? transfer, string source) =>
        loan.Model.Line(loan.Name(title), loan.Currency, t => transfer is { } agreed && t.End == agreed.Date ? agreed.Price : 0, LineKind.Flow, source);
}
