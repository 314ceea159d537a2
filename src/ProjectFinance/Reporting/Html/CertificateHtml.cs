namespace ProjectFinance.Reporting;

/// <summary>The certificate of the run, which anybody who has the files can verify.</summary>
static class CertificateHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Certificate, "Certificate");
        to.Element("p", "Whoever has the term sheet and the market data can compute the run again and compare: projectfinance check --certificate. It says that these terms give these numbers, not that the terms are right.", ("class", "note"));
        to.Open("table", ("class", "facts")).Open("tbody");
        foreach (var (name, value) in page.Certificate.Fields.Append(("hash", page.Certificate.Hash)))
            to.Open("tr").Element("th", name, ("scope", "row")).Element("td", value.Length == 0 ? "-" : value, ("class", "hash")).Close();
        to.Close().Close().Close();
    }
}
