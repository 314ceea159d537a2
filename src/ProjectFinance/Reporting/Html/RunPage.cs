using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>The page of a run: what its parts are read off, and their order.</summary>
sealed class RunPage
{
    internal RunPage(LaidOutDeal deal, Run run, HtmlOptions options)
    {
        (Deal, Run, Options) = (deal, run, options);
        Headline = Headline.Of(deal, run);
        Statement = Statement.Of(run, options.By);
        Certificate = RunCertificate.Of(deal, run);
        Formulas = new(run);
        if (options.Attribution is not null && options.Variance is null) throw new ArgumentException("It is shown with a variance, and there is none.", nameof(options));
        if (options.Variance is { } variance && (deal.History is not { } history || variance.To != history.To || variance.Lines.Length != history.Dates.Length + history.Cells.Select(cell => cell.Line).Distinct().Count()))
            throw new ArgumentException("The variance is of another run.", nameof(options));
        if (options.Simulation is not { Heading: var simulated }) return;
        if (simulated.Deal != deal.Deal.Name) throw InvalidInputException.Of("Simulation", $"it is of the deal '{simulated.Deal}'", $"give one of '{deal.Deal.Name}'");
        if (!simulated.Ends.SequenceEqual(run.Model.Periods.Select(t => t.End))) throw InvalidInputException.Of("Simulation", "its columns are not those of the run", "give one of the same term sheet");
    }

    internal LaidOutDeal Deal { get; }

    internal Run Run { get; }

    internal HtmlOptions Options { get; }

    internal Headline Headline { get; }

    internal Statement Statement { get; }

    internal RunCertificate Certificate { get; }

    internal FormulaPatterns Formulas { get; }

    internal string Write()
    {
        var to = new HtmlWriter();
        to.Open("html", ("lang", "en"));
        string style = HtmlWriter.Guarded(PageFile.Read("page.css")), script = HtmlWriter.Guarded(PageFile.Read("page.js"));
        Head(to, style, script);
        to.Open("body");
        TitleHtml.Write(to, this);
        to.Open("main");
        HeadlineHtml.Write(to, this);
        VarianceHtml.Write(to, this);
        ChartsHtml.Write(to, this);
        SimulationHtml.Write(to, this);
        StatementHtml.Write(to, this);
        SchedulesHtml.Write(to, this);
        CovenantsHtml.Write(to, this);
        ChecksHtml.Write(to, this);
        AssumptionsHtml.Write(to, this);
        FormulasHtml.Write(to, this);
        CertificateHtml.Write(to, this);
        to.Close();
        to.Data("cells", new CellTable(Run, Formulas).Json());
        to.Verbatim("script", script);
        return to.Close().Close().ToString();
    }

    void Head(HtmlWriter to, string style, string script)
    {
        to.Open("head").Empty("meta", ("charset", "utf-8")).Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        to.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageFile.Policy(style, script)));
        to.Empty("meta", ("name", "generator"), ("content", Certificate.Engine)).Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        to.Element("title", Prose.Plain(Deal.Deal.Name)).Verbatim("style", style).Close();
    }
}
