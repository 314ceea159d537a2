namespace ProjectFinance.Reporting;

/// <summary>The model's own checks, each with the most by which it is off.</summary>
static class ChecksHtml
{
    const string Section = "Checks / ";

    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Checks, "Checks");
        var failed = page.Headline.FailedChecks.Length;
        to.Element("p", failed == 0 ? $"All {page.Run.Checks.Length} are zero but for rounding." : $"! {failed} of {page.Run.Checks.Length} are not zero.", ("class", failed == 0 ? null : "warning"));
        var table = new HtmlTable(to, "Lines that must be zero", failed == 0 ? "texts residuals nil" : "texts residuals");
        table.Head("Check", "Unit", "Largest residual", "On", "Result");
        foreach (var check in page.Run.Checks)
            table.Row(check.Passed ? null : "warning", Title(check.Name), $"{page.Run.Model.Find(check.Name).Unit}", new(ExactNumber.Of(check.Largest), FigureOrigin.At(page.Run.Model.Find(check.Name), check.At)), check.At.End.Iso(), check.Passed ? "zero" : "! not zero");
        table.End();
        to.Close();
    }

    internal static string Title(string check) => check.StartsWith(Section, StringComparison.Ordinal) ? check[Section.Length..] : check;
}
