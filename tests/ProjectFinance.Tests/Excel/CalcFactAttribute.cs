namespace ProjectFinance.Tests.Excel;

/// <summary>A fact that has LibreOffice compute a workbook; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class CalcFactAttribute : FactAttribute
{
    public CalcFactAttribute() => Skip = Calc.Missing;
}

/// <summary>A theory that has LibreOffice compute workbooks; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class CalcTheoryAttribute : TheoryAttribute
{
    public CalcTheoryAttribute() => Skip = Calc.Missing;
}
