namespace ProjectFinance.Evaluation;

/// <summary>How blocks of scenarios are evaluated. The results are the same bits either way.</summary>
public enum EvaluationTier
{
    /// <summary>On the tape at first; as machine code once enough scenarios have run to make compiling worth while. The default.</summary>
    Automatic,

    /// <summary>On the tape always: nothing is compiled.</summary>
    Tape,

    /// <summary>As machine code from the first block, compiled beforehand; on the tape where this runtime cannot make machine code.</summary>
    Code,
}
